package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.journal.KeyWorkspaces;
import io.keyledger.access.journal.PersonalValue;
import io.keyledger.access.journal.PersonalValues;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.shared.record.PersonalKind;
import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts the personal values of a batch into the dictionaries before its snapshot. Of those who show
 * keys that will be refused as unknown or wrong only the first few are taken, so that guessing does
 * not fill a dictionary; the rest will be counted by network.
 */
final class PersonalHints {

    private static final int STRANGERS = 8;

    private final PersonalValues values = new PersonalValues();
    private final KeyWorkspaces workspaces = new KeyWorkspaces();

    /** Resolves what the requests carry; {@code stranger} guesses which keys will be refused. */
    void resolve(
            Connection connection,
            Collection<CheckRequest> requests,
            Predicate<PresentedKey> stranger)
            throws SQLException {
        workspaces.resolve(connection, ShownKeys.ids(requests));
        Set<PersonalValue> wanted = new HashSet<>();
        int strangers = 0;
        for (ShownKeys.Shown shown : requests.stream().flatMap(ShownKeys::of).toList()) {
            Set<PersonalValue> unknown = unknown(shown);
            if (!unknown.isEmpty() && stranger.test(shown.key()) && strangers++ >= STRANGERS) {
                continue;
            }
            wanted.addAll(unknown);
        }
        values.resolve(connection, wanted);
    }

    /** Forgets values that were erased, and says whether it knew one of them. */
    boolean forget(Set<Long> references) {
        return values.forget(references);
    }

    /** Forgets all values. */
    void clear() {
        values.clear();
    }

    boolean knowsWorkspaceOf(PresentedKey key) {
        return key instanceof PresentedKey.WellFormed(var text)
                && workspaces.find(text.keyId()) != null;
    }

    @Nullable PersonalRef address(String workspace, Source source) {
        return source.address() == null
                ? null
                : find(workspace, PersonalKind.ADDRESS, source.address().text());
    }

    @Nullable PersonalRef userAgent(String workspace, Source source) {
        return source.userAgent() == null
                ? null
                : find(workspace, PersonalKind.USER_AGENT, source.userAgent());
    }

    private @Nullable PersonalRef find(String workspace, PersonalKind kind, String value) {
        return values.find(new PersonalValue(workspace, kind, value));
    }

    private Set<PersonalValue> unknown(ShownKeys.Shown shown) {
        String workspace = workspaceOf(shown.key());
        Set<PersonalValue> found = new HashSet<>();
        if (shown.source().address() != null) {
            String address = shown.source().address().text();
            found.add(new PersonalValue(workspace, PersonalKind.ADDRESS, address));
        }
        if (shown.source().userAgent() != null) {
            String userAgent = shown.source().userAgent();
            found.add(new PersonalValue(workspace, PersonalKind.USER_AGENT, userAgent));
        }
        found.removeIf(value -> values.find(value) != null);
        return found;
    }

    private String workspaceOf(PresentedKey key) {
        String known =
                key instanceof PresentedKey.WellFormed(var text)
                        ? workspaces.find(text.keyId())
                        : null;
        return known == null ? Decider.SYSTEM : known;
    }
}
