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
import java.util.Set;
import java.util.stream.Collectors;
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

    static Map<Sender, PersonalRefs> of(Connection connection, Set<Sender> senders)
            throws SQLException {
        Map<PersonalValue, PersonalRef> known =
                PersonalDictionary.refer(
                        connection,
                        senders.stream().flatMap(PersonalRefs::values).distinct().toList());
        return senders.stream().collect(Collectors.toMap(it -> it, it -> of(it, known)));
    }

    private static PersonalRefs of(Sender sender, Map<PersonalValue, PersonalRef> known) {
        CallerInfo caller = sender.caller();
        return new PersonalRefs(
                known.get(value(sender, PersonalKind.ADDRESS, caller.address())),
                known.get(value(sender, PersonalKind.USER_AGENT, caller.userAgent())),
                known.get(value(sender, PersonalKind.REASON, caller.reason())),
                known.get(value(sender, PersonalKind.PERSON_NAME, caller.personName())));
    }

    private static Stream<PersonalValue> values(Sender sender) {
        CallerInfo caller = sender.caller();
        return Stream.of(
                        value(sender, PersonalKind.ADDRESS, caller.address()),
                        value(sender, PersonalKind.USER_AGENT, caller.userAgent()),
                        value(sender, PersonalKind.REASON, caller.reason()),
                        value(sender, PersonalKind.PERSON_NAME, caller.personName()))
                .filter(Objects::nonNull);
    }

    private static @Nullable PersonalValue value(
            Sender sender, PersonalKind kind, @Nullable String value) {
        return value == null ? null : new PersonalValue(sender.workspace(), kind, value);
    }
}
