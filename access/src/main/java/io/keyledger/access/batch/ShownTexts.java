package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.decision.Secrets;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.state.KnownKey;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The texts that a batch shows of each key: mostly one, however often. */
final class ShownTexts {

    private final Map<String, Map<String, ApiKeyText>> byKeyId = new HashMap<>();

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
    boolean any(Predicate<PresentedKey> such) {
        for (Map<String, ApiKeyText> texts : byKeyId.values()) {
            for (ApiKeyText text : texts.values()) {
                if (such.test(new PresentedKey.WellFormed(text))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of the texts is the key's. */
    boolean anyRight(Secrets secrets, KnownKey key, Instant now) {
        for (ApiKeyText text : byKeyId.getOrDefault(key.key().id(), Map.of()).values()) {
            if (secrets.right(text, key, now)) {
                return true;
            }
        }
        return false;
    }

    private void add(PresentedKey key) {
        if (key instanceof PresentedKey.WellFormed(var text)) {
            byKeyId.computeIfAbsent(text.keyId(), _ -> new HashMap<>())
                    .putIfAbsent(text.reveal(), text);
        }
    }
}
