package io.keyledger.query.apikey;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.keyuse.KeyUsages;
import io.keyledger.query.keyuse.LastUse;
import io.keyledger.query.keyuse.Usage;
import io.keyledger.query.personal.PersonalValues;
import io.keyledger.query.personal.Resolved;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes keys by how they were used. */
@Component
class UsedKeys {

    private final KeyUsages usages;
    private final PersonalValues personal;

    UsedKeys(KeyUsages usages, PersonalValues personal) {
        this.usages = usages;
        this.personal = personal;
    }

    /** By id. In the past uses are left out, since they are counted up to now alone. */
    Map<String, ApiKeyView> of(List<KeyRow> rows, AsOf state) {
        Map<String, ApiKeyView> views = new HashMap<>();
        if (state.isPast()) {
            rows.forEach(row -> views.put(row.key().keyId(), row.key()));
            return views;
        }
        Map<String, Usage> used = usages.of(rows.stream().map(KeyRow::id).toList());
        Resolved texts = personal.of(refs(rows, used));
        for (KeyRow row : rows) {
            String id = row.key().keyId();
            views.put(id, view(row.key(), used.getOrDefault(id, Usage.NONE), texts));
        }
        return views;
    }

    private static ApiKeyView view(ApiKeyView key, Usage usage, Resolved texts) {
        LastUse last = usage.last();
        return key.used(usage, last == null ? null : LastUsed.of(last, texts));
    }

    /** References to personal values. */
    private static Set<Long> refs(List<KeyRow> rows, Map<String, Usage> used) {
        return rows.stream()
                .map(row -> used.getOrDefault(row.key().keyId(), Usage.NONE).last())
                .filter(Objects::nonNull)
                .<@Nullable Long>flatMap(last -> Stream.of(last.address(), last.userAgent()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
