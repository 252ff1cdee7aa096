package io.keyledger.access.web;

import io.keyledger.access.check.Holder;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.check.PersonHolder;
import io.keyledger.access.decision.Decider;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who called, as a handler's parameter: a service user whose key, or a person whose token, was
 * found good for what the handler requires, and what it sent along.
 *
 * @param address the remote address in canonical text
 * @param userAgent cut to 256 characters
 * @param reason why the caller does what it does, from the header {@code Reason}
 * @param requestId the caller's own id of its request, from {@code X-Request-Id}
 */
public record Caller(
        Holder holder,
        @Nullable String address,
        @Nullable String userAgent,
        UUID correlationId,
        @Nullable String reason,
        @Nullable String requestId) {

    public UUID id() {
        return holder.id();
    }

    public String workspace() {
        return holder.workspace();
    }

    /** The one workspace it may see; null if it is of {@code system}, and may see all. */
    public @Nullable String onlyWorkspace() {
        return workspace().equals(Decider.SYSTEM) ? null : workspace();
    }

    /** The workspaces it may see, of which people can have several; null if it may see all. */
    public @Nullable SortedSet<String> onlyWorkspaces() {
        String only = onlyWorkspace();
        if (only == null) {
            return null;
        }
        return switch (holder) {
            case PersonHolder person -> new TreeSet<>(person.workspaces());
            case KeyHolder _ -> new TreeSet<>(Set.of(only));
        };
    }
}
