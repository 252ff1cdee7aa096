package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.decision.Secrets;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.key.PresentedKey.WellFormed;
import io.keyledger.access.state.KnownKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The texts that a batch shows of each key: mostly one, however often. */
final class ShownTexts {

    private final Map<String, List<WellFormed>> byKeyId = new HashMap<>();
    private final Set<String> texts = new HashSet<>();

    private ShownTexts() {}

    static ShownTexts of(Collection<CheckRequest> requests) {
        ShownTexts texts = new ShownTexts();
        ShownKeys.each(requests, (key, _, _) -> texts.add(key));
        return texts;
    }

    Set<String> ids() {
        return byKeyId.keySet();
    }

    /** Whether one of all the texts is such. */
    boolean any(Predicate<WellFormed> such) {
        for (List<WellFormed> shown : byKeyId.values()) {
            for (WellFormed key : shown) {
                if (such.test(key)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of the texts is the key's. */
    boolean anyRight(Secrets secrets, KnownKey key, Instant now) {
        for (WellFormed shown : byKeyId.getOrDefault(key.key().id(), List.of())) {
            if (secrets.right(shown.text(), key, now)) {
                return true;
            }
        }
        return false;
    }

    private void add(PresentedKey key) {
        if (key instanceof WellFormed shown && texts.add(shown.text().reveal())) {
            byKeyId.computeIfAbsent(shown.text().keyId(), _ -> new ArrayList<>(1)).add(shown);
        }
    }
}
