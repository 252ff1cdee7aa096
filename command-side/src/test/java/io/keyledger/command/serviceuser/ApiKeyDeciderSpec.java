package io.keyledger.command.serviceuser;

import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.KEY_NAME_TAKEN;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.TOO_MANY_API_KEYS;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_API_KEY;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_SERVICE_USER;
import static io.keyledger.command.serviceuser.Users.HASH;
import static io.keyledger.command.serviceuser.Users.NOW;
import static io.keyledger.command.serviceuser.Users.USER;
import static io.keyledger.command.serviceuser.Users.existing;
import static io.keyledger.command.serviceuser.Users.key;
import static io.keyledger.command.serviceuser.Users.when;
import static io.keyledger.command.spec.Callers.MANAGERS;
import static io.keyledger.command.spec.Callers.MANAGING;
import static io.keyledger.command.spec.Callers.delegate;
import static io.keyledger.command.spec.Callers.holding;
import static io.keyledger.command.spec.Callers.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.serviceuser.ServiceUserCommand.ApiKeyCommand;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.RegenerateSecret;
import io.keyledger.command.serviceuser.ServiceUserCommand.RenameApiKey;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyEnabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyRenamed;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.SecretRegenerated;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class ApiKeyDeciderSpec {

    private static final SecretHash OTHER = new SecretHash(2, "b3RoZXI");

    @Nested
    class Generate {

        @Test
        void generatesAKeyWithANameAndAnExpiry() {
            when(existing(), generate("k1", " main ", NOW.plusSeconds(1)), holding())
                    .then(new ApiKeyGenerated(USER, "k1", "main", HASH, NOW.plusSeconds(1)));
        }

        @Test
        void aServiceUserHasAtMostTwoKeys() {
            when(one(), generate("k2", "spare", null), holding()).then(key("k2", "spare"));
            when(two(), generate("k3", "third", null), delegate()).rejected(TOO_MANY_API_KEYS);
        }

        @Test
        void aDisabledKeyKeepsItsPlace() {
            when(
                            two().given(new ApiKeyDisabled(USER, "k1")),
                            generate("k3", "third", null),
                            delegate())
                    .rejected(TOO_MANY_API_KEYS);
        }

        @Test
        void deletionFreesAPlaceAndAName() {
            when(
                            two().given(new ApiKeyDeleted(USER, "k1", "main")),
                            generate("k3", "main", null),
                            holding())
                    .then(key("k3", "main"));
        }

        @Test
        void itsNameIsUniqueInTheServiceUserWithoutRegardToCase() {
            when(one(), generate("k2", "MAIN", null), delegate()).rejected(KEY_NAME_TAKEN, "name");
        }

        @Test
        void itsNameHasItsForm() {
            existing()
                    .when(_ -> decide(existing(), generate("k1", " ", null)))
                    .rejected(INVALID_VALUE, "name");
        }

        @Test
        void itsExpiryIsInTheFuture() {
            when(existing(), generate("k1", "main", NOW), delegate())
                    .rejected(INVALID_VALUE, "expiresAt");
        }

        @Test
        void nobodyGeneratesAKeyToMoreThanHeHolds() {
            when(managing(), generate("k2", "spare", null), viewer()).rejected(PERMISSION_NOT_HELD);
            when(
                            existing(new GroupAssigned(USER, MANAGERS.id())),
                            generate("k2", "spare", null),
                            viewer())
                    .rejected(PERMISSION_NOT_HELD);
        }

        @Test
        void aDelegateGeneratesAKeyToMoreThanHeHolds() {
            when(managing(), generate("k2", "spare", null), delegate()).then(key("k2", "spare"));
        }
    }

    @Nested
    class Regenerate {

        @Test
        void regeneratingKeepsTheKeyIdItsNameAndItsState() {
            Spec<ServiceUserState, ServiceUserEvent> before =
                    one().given(new ApiKeyDisabled(USER, "k1"));
            when(before, regenerate("k1", 0), holding())
                    .then(new SecretRegenerated(USER, "k1", OTHER, null));
            assertThat(before.given(new SecretRegenerated(USER, "k1", OTHER, null)).state())
                    .isEqualTo(before.state());
        }

        @Test
        void theOldSecretWorksForTheOverlapThatWasAskedFor() {
            when(one(), regenerate("k1", 86_400), holding())
                    .then(new SecretRegenerated(USER, "k1", OTHER, NOW.plusSeconds(86_400)));
        }

        @Test
        void anOverlapIsAtMostADay() {
            one().when(_ -> decide(one(), regenerate("k1", 86_401)))
                    .rejected(INVALID_VALUE, "overlapSeconds");
            one().when(_ -> decide(one(), regenerate("k1", -1)))
                    .rejected(INVALID_VALUE, "overlapSeconds");
        }

        @Test
        void nobodyRegeneratesTheSecretOfAKeyToMoreThanHeHolds() {
            when(managing(), regenerate("k1", 0), viewer()).rejected(PERMISSION_NOT_HELD);
        }
    }

    @Nested
    class Rename {

        @Test
        void givesAKeyAnotherNameWhateverItHolds() {
            when(managing(), rename("k1", " first "), holding())
                    .then(new ApiKeyRenamed(USER, "k1", "main", "first"));
        }

        @Test
        void theNameItHasEmitsNothing() {
            when(one(), rename("k1", "main"), holding()).thenNothing();
        }

        @Test
        void aKeyMayChangeTheCaseOfItsOwnName() {
            when(one(), rename("k1", "Main"), holding())
                    .then(new ApiKeyRenamed(USER, "k1", "main", "Main"));
        }

        @Test
        void theNameOfAnotherKeyIsTaken() {
            when(two(), rename("k1", "SPARE"), holding()).rejected(KEY_NAME_TAKEN, "name");
        }

        @Test
        void aRenamedKeyStaysDisabled() {
            when(
                            one().given(
                                            new ApiKeyDisabled(USER, "k1"),
                                            new ApiKeyRenamed(USER, "k1", "main", "first")),
                            new DisableApiKey("w", USER, "k1"),
                            holding())
                    .thenNothing();
        }
    }

    @Nested
    class DisableAndEnable {

        private final DisableApiKey disable = new DisableApiKey("w", USER, "k1");
        private final EnableApiKey enable = new EnableApiKey("w", USER, "k1");

        @Test
        void disablesAKeyWhateverItHolds() {
            when(managing(), disable, holding()).then(new ApiKeyDisabled(USER, "k1"));
        }

        @Test
        void disablingADisabledKeyEmitsNothing() {
            when(one().given(new ApiKeyDisabled(USER, "k1")), disable, holding()).thenNothing();
        }

        @Test
        void enablesADisabledKey() {
            when(one().given(new ApiKeyDisabled(USER, "k1")), enable, holding())
                    .then(new ApiKeyEnabled(USER, "k1"));
        }

        @Test
        void enablingAnEnabledKeyEmitsNothing() {
            when(managing(), enable, holding()).thenNothing();
        }

        @Test
        void nobodyEnablesAKeyToMoreThanHeHolds() {
            when(managing().given(new ApiKeyDisabled(USER, "k1")), enable, viewer())
                    .rejected(PERMISSION_NOT_HELD);
        }
    }

    @Nested
    class Delete {

        @Test
        void endsAKeyWhateverItHolds() {
            when(managing(), new DeleteApiKey("w", USER, "k1"), holding())
                    .then(new ApiKeyDeleted(USER, "k1", "main"));
        }
    }

    @Test
    void theKeyMustBeThere() {
        List<ApiKeyCommand> commands =
                List.of(
                        regenerate("k1", 0),
                        rename("k1", "first"),
                        new DisableApiKey("w", USER, "k1"),
                        new EnableApiKey("w", USER, "k1"),
                        new DeleteApiKey("w", USER, "k1"));
        for (ApiKeyCommand command : commands) {
            when(existing(), command, delegate()).rejected(UNKNOWN_API_KEY);
            when(one().given(new ApiKeyDeleted(USER, "k1", "main")), command, delegate())
                    .rejected(UNKNOWN_API_KEY);
            when(Users.none(), command, delegate()).rejected(UNKNOWN_SERVICE_USER);
            assertThat(command.requiredPermission()).isEqualTo("api-keys:manage");
        }
    }

    private static List<ServiceUserEvent> decide(
            Spec<ServiceUserState, ServiceUserEvent> spec, ServiceUserCommand command) {
        return ServiceUserDecider.decide(spec.state(), command, Users.known(delegate()));
    }

    private static GenerateApiKey generate(String id, String name, Instant expiresAt) {
        return new GenerateApiKey("w", USER, id, name, HASH, expiresAt);
    }

    private static RegenerateSecret regenerate(String id, long overlapSeconds) {
        return new RegenerateSecret("w", USER, id, OTHER, overlapSeconds);
    }

    private static RenameApiKey rename(String id, String name) {
        return new RenameApiKey("w", USER, id, name);
    }

    private static Spec<ServiceUserState, ServiceUserEvent> one() {
        return existing(key("k1", "main"));
    }

    private static Spec<ServiceUserState, ServiceUserEvent> two() {
        return one().given(key("k2", "spare"));
    }

    private static Spec<ServiceUserState, ServiceUserEvent> managing() {
        return one().given(new RoleAssigned(USER, MANAGING.id()));
    }
}
