package io.keyledger.command.person;

import io.keyledger.access.oidc.ClaimedGroup;
import io.keyledger.command.grant.GuardedCommand;
import io.keyledger.command.platform.WorkspaceCommand;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.workspace.BuiltIn;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What can be asked of a person. */
public sealed interface PersonCommand extends WorkspaceCommand {

    UUID personId();

    @Override
    default String workspace() {
        return BuiltIn.SYSTEM;
    }

    /**
     * Take down that somebody signed in with a token of the provider, and what that token says.
     *
     * @param personId the person's own, or a new one
     * @param claimed the groups that the token claims
     */
    record SignIn(
            UUID personId,
            String issuer,
            String subject,
            Instant tokenIssuedAt,
            List<ClaimedGroup> claimed)
            implements PersonCommand {

        public SignIn {
            claimed = List.copyOf(claimed);
        }
    }

    /** A command that somebody else gives. */
    sealed interface Guarded extends PersonCommand, GuardedCommand {

        @Nullable ExpectedVersions expectedVersion();

        @Override
        default String requiredPermission() {
            return "people:manage";
        }
    }

    /** Refuse all tokens of a person. */
    record DisablePerson(UUID personId, @Nullable ExpectedVersions expectedVersion)
            implements Guarded {}

    /** Let a disabled person act again. */
    record EnablePerson(UUID personId, @Nullable ExpectedVersions expectedVersion)
            implements Guarded {}
}
