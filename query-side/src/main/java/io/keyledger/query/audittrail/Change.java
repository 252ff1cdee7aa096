package io.keyledger.query.audittrail;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What an event changed: of what, from what, to what. */
record Change(
        String subjectKind,
        String subjectId,
        @Nullable UUID serviceUserId,
        @Nullable String keyId,
        @Nullable Fields before,
        @Nullable Fields after) {

    static Change of(
            String subjectKind, Object id, @Nullable Fields before, @Nullable Fields after) {
        return new Change(subjectKind, id.toString(), null, null, before, after);
    }

    static Change ofUser(UUID id, @Nullable Fields before, @Nullable Fields after) {
        return new Change("service-user", id.toString(), id, null, before, after);
    }

    static Change ofKey(UUID user, String keyId, @Nullable Fields before, @Nullable Fields after) {
        return new Change("api-key", keyId, user, keyId, before, after);
    }

    /** Only the fields that differ. */
    Change onlyDifferences() {
        return before == null || after == null
                ? this
                : new Change(
                        subjectKind,
                        subjectId,
                        serviceUserId,
                        keyId,
                        before.butFor(after),
                        after.butFor(before));
    }
}
