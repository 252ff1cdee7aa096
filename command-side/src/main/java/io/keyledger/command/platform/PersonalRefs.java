package io.keyledger.command.platform;

import io.keyledger.access.journal.PersonalDictionary;
import io.keyledger.access.journal.PersonalValue;
import io.keyledger.shared.record.PersonalKind;
import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * References to what is personal about a caller. New values are written in the command's own
 * transaction, and go with it: so none is remembered here.
 */
record PersonalRefs(
        @Nullable PersonalRef address,
        @Nullable PersonalRef userAgent,
        @Nullable PersonalRef reason,
        @Nullable PersonalRef personName) {

    static PersonalRefs of(Connection connection, String workspace, CallerInfo caller)
            throws SQLException {
        PersonalValue address = value(workspace, PersonalKind.ADDRESS, caller.address());
        PersonalValue userAgent = value(workspace, PersonalKind.USER_AGENT, caller.userAgent());
        PersonalValue reason = value(workspace, PersonalKind.REASON, caller.reason());
        PersonalValue name = value(workspace, PersonalKind.PERSON_NAME, caller.personName());
        Map<PersonalValue, PersonalRef> refs =
                PersonalDictionary.refer(
                        connection,
                        Stream.of(address, userAgent, reason, name)
                                .filter(Objects::nonNull)
                                .toList());
        return new PersonalRefs(
                refs.get(address), refs.get(userAgent), refs.get(reason), refs.get(name));
    }

    private static @Nullable PersonalValue value(
            String workspace, PersonalKind kind, @Nullable String value) {
        return value == null ? null : new PersonalValue(workspace, kind, value);
    }
}
