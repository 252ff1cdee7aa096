package io.keyledger.command.platform;

import io.keyledger.access.journal.PersonalDictionary;
import io.keyledger.access.journal.PersonalValue;
import io.keyledger.shared.record.PersonalKind;
import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * References to what is personal about a caller. New values are written in the command's own
 * transaction, and go with it: so none is remembered here.
 */
record PersonalRefs(
        @Nullable PersonalRef address,
        @Nullable PersonalRef userAgent,
        @Nullable PersonalRef reason) {

    static Map<Origin, PersonalRefs> of(Connection connection, List<Origin> origins)
            throws SQLException {
        Map<PersonalValue, PersonalRef> known =
                PersonalDictionary.refer(
                        connection,
                        origins.stream().flatMap(PersonalRefs::values).distinct().toList());
        return origins.stream().collect(Collectors.toMap(it -> it, it -> of(it, known)));
    }

    private static PersonalRefs of(Origin origin, Map<PersonalValue, PersonalRef> known) {
        CallerInfo caller = origin.caller();
        return new PersonalRefs(
                known.get(value(origin, PersonalKind.ADDRESS, caller.address())),
                known.get(value(origin, PersonalKind.USER_AGENT, caller.userAgent())),
                known.get(value(origin, PersonalKind.REASON, caller.reason())));
    }

    private static Stream<PersonalValue> values(Origin origin) {
        CallerInfo caller = origin.caller();
        return Stream.of(
                        value(origin, PersonalKind.ADDRESS, caller.address()),
                        value(origin, PersonalKind.USER_AGENT, caller.userAgent()),
                        value(origin, PersonalKind.REASON, caller.reason()))
                .filter(Objects::nonNull);
    }

    private static @Nullable PersonalValue value(
            Origin origin, PersonalKind kind, @Nullable String value) {
        return value == null ? null : new PersonalValue(origin.workspace(), kind, value);
    }
}
