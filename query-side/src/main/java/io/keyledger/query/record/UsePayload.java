package io.keyledger.query.record;

import io.keyledger.query.record.RecordView.DecidedOn;
import io.keyledger.query.record.RecordView.Version;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What a record of key uses says of one of them, its references into the header resolved. */
record UsePayload(KeyUses record, KeyUse use) {

    DecidedOn decision() {
        return new DecidedOn(
                record.header().decidedAt(),
                record.header().snapshot(),
                use.entities().stream().map(this::version).toList(),
                id(use.grantedBy()),
                id(use.refusedBy()));
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "keyId", use.keyId());
        put(fields, "permission", use.permission());
        put(fields, "method", use.method());
        put(fields, "path", use.path());
        put(fields, "reason", use.reason());
        put(fields, "route", use.route() == null ? null : use.route().routeId());
        put(fields, "asked", use.route() == null ? null : use.route().asked());
        put(fields, "resource", use.resource());
        put(fields, "address", personal(use.address()));
        put(fields, "userAgent", personal(use.userAgent()));
        put(fields, "network", use.network());
        put(fields, "callerKeyId", use.callerKeyId());
        put(fields, "requestId", use.requestId());
        put(fields, "monitored", monitored());
        fields.put("count", use.count());
        return fields;
    }

    private @Nullable List<Map<String, Object>> monitored() {
        return use.monitored().isEmpty()
                ? null
                : use.monitored().stream()
                        .map(
                                each ->
                                        Map.<String, Object>of(
                                                "policy",
                                                record.header().entities().get(each.policy()).id(),
                                                "reason",
                                                each.reason()))
                        .toList();
    }

    /** The reference that the record has, and never what it refers to. */
    private @Nullable PersonalRef personal(@Nullable Integer index) {
        return index == null ? null : record.header().personal().get(index);
    }

    private Version version(int index) {
        EntityVersion entity = record.header().entities().get(index);
        return new Version(
                entity.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                entity.id(),
                entity.version());
    }

    private @Nullable UUID id(@Nullable Integer index) {
        return index == null ? null : record.header().entities().get(index).id();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
