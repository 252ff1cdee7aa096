package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.journal.KeyWorkspaces;
import io.keyledger.access.journal.PersonWorkspaces;
import io.keyledger.access.journal.PersonalValue;
import io.keyledger.access.journal.PersonalValues;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.KnownPerson;
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
    private final PersonWorkspaces people = new PersonWorkspaces();
    private final AccessCache cache;

    PersonalHints(AccessCache cache) {
        this.cache = cache;
    }

    /**
     * Resolves what the requests carry.
     *
     * @param shown the texts of the keys that they show
     * @param stranger guesses which keys will be refused
     */
    void resolve(
            Connection connection,
            Collection<CheckRequest> requests,
            ShownTexts shown,
            Predicate<PresentedKey> stranger)
            throws SQLException {
        workspaces.resolve(connection, lookedUp(shown, stranger));
        people.resolve(connection, ShownKeys.people(requests));
        Wanted wanted = new Wanted(stranger);
        ShownKeys.each(requests, wanted::add);
        values.resolve(connection, wanted.values);
    }

    /** For a key that is shown wrongly somebody is looked up as well as for one that is none. */
    private Set<String> lookedUp(ShownTexts shown, Predicate<PresentedKey> stranger) {
        Set<String> ids = new HashSet<>();
        for (String id : shown.ids()) {
            if (cache.key(id) == null) {
                ids.add(id);
            }
        }
        if (shown.any(key -> cache.key(key.text().keyId()) != null && stranger.test(key))) {
            ids.add(AccessCache.NOBODYS_KEY);
        }
        return ids;
    }

    /** The values of a batch that are not known yet. */
    private final class Wanted {

        private final Predicate<PresentedKey> stranger;
        private final Set<PersonalValue> values = new HashSet<>();
        private int strangers;

        Wanted(Predicate<PresentedKey> stranger) {
            this.stranger = stranger;
        }

        void add(PresentedKey key, Source source, @Nullable String asked) {
            String workspace = workspaceOf(key, asked);
            PersonalValue address = unknown(addressOf(workspace, source));
            PersonalValue userAgent = unknown(userAgentOf(workspace, source));
            boolean none = address == null && userAgent == null;
            if (none || stranger.test(key) && strangers++ >= STRANGERS) {
                return;
            }
            add(address);
            add(userAgent);
        }

        private void add(@Nullable PersonalValue value) {
            if (value != null) {
                values.add(value);
            }
        }
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
        return key instanceof PresentedKey.WellFormed(var text) && workspaceOf(text) != null;
    }

    @Nullable PersonalRef address(String workspace, Source source) {
        return find(addressOf(workspace, source));
    }

    @Nullable PersonalRef userAgent(String workspace, Source source) {
        return find(userAgentOf(workspace, source));
    }

    private @Nullable PersonalRef find(@Nullable PersonalValue value) {
        return value == null ? null : values.find(value);
    }

    private @Nullable PersonalValue unknown(@Nullable PersonalValue value) {
        return value == null || values.find(value) != null ? null : value;
    }

    private static @Nullable PersonalValue addressOf(String workspace, Source source) {
        return source.address() == null
                ? null
                : new PersonalValue(workspace, PersonalKind.ADDRESS, source.address().text());
    }

    private static @Nullable PersonalValue userAgentOf(String workspace, Source source) {
        return source.userAgent() == null
                ? null
                : new PersonalValue(workspace, PersonalKind.USER_AGENT, source.userAgent());
    }

    private String workspaceOf(PresentedKey key, @Nullable String asked) {
        String known =
                switch (key) {
                    case PresentedKey.WellFormed(var text) -> workspaceOf(text);
                    case PresentedKey.Token(var token) ->
                            KnownPerson.workspace(people.of(token.identity()), asked);
                    case PresentedKey.Malformed _, PresentedKey.RefusedToken _ -> null;
                };
        return known == null ? Decider.SYSTEM : known;
    }

    private @Nullable String workspaceOf(ApiKeyText text) {
        KnownKey known = cache.key(text.keyId());
        return known == null ? workspaces.find(text.keyId()) : known.workspace();
    }
}
