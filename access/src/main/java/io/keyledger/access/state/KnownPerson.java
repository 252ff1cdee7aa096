package io.keyledger.access.state;

import io.keyledger.access.key.PersonToken;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person as it acts in one workspace: by its groups there and those in {@code system}.
 *
 * @param workspace the one it was asked about, if it has groups there; else its own
 */
public record KnownPerson(PersonState person, PersonToken token, String workspace)
        implements Known {

    private static final String SYSTEM = "system";

    /**
     * In which workspace somebody with groups in some acts, when asked about one of them or none.
     */
    public static String workspace(Set<String> memberOf, @Nullable String asked) {
        if (asked != null && memberOf.contains(asked)) {
            return asked;
        }
        return memberOf.isEmpty() || memberOf.contains(SYSTEM)
                ? SYSTEM
                : memberOf.stream().sorted().findFirst().orElseThrow();
    }

    @Override
    public UUID id() {
        return person.id();
    }

    @Override
    public EntityVersion entityVersion() {
        return person.entityVersion();
    }

    @Override
    public List<UUID> groups() {
        if (workspace.equals(SYSTEM)) {
            return person.groupsIn(SYSTEM);
        }
        List<UUID> groups = new ArrayList<>(person.groupsIn(workspace));
        groups.addAll(person.groupsIn(SYSTEM));
        return groups;
    }

    @Override
    public List<UUID> roles() {
        return List.of();
    }

    @Override
    public List<UUID> policies() {
        return List.of();
    }

    @Override
    public Instant expiresAt() {
        return token.expiresAt();
    }
}
