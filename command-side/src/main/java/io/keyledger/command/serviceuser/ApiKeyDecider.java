package io.keyledger.command.serviceuser;

import static io.keyledger.command.serviceuser.ServiceUserEvolution.key;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.serviceuser.ServiceUserCommand.ApiKeyCommand;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.RegenerateSecret;
import io.keyledger.command.serviceuser.ServiceUserCommand.RenameApiKey;
import io.keyledger.command.serviceuser.ServiceUserState.Present;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyEnabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyRenamed;
import io.keyledger.shared.event.ServiceUserEvent.SecretRegenerated;
import io.keyledger.shared.id.NameKey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The rules of API keys. Whoever gets a secret holds all its service user holds: a key is a grant.
 */
final class ApiKeyDecider {

    /** At most this many keys a service user. */
    static final int MOST = 2;

    private ApiKeyDecider() {}

    static List<ServiceUserEvent> decide(
            Present user, ApiKeyCommand command, ServiceUserFacts facts) {
        UUID id = command.serviceUserId();
        return switch (command) {
            case GenerateApiKey generate -> generate(user, generate, facts);
            case RegenerateSecret regenerate -> regenerate(user, regenerate, facts);
            case RenameApiKey rename -> rename(user, rename);
            case DisableApiKey disable ->
                    key(user, disable.keyId()).enabled()
                            ? List.of(new ApiKeyDisabled(id, disable.keyId()))
                            : List.of();
            case EnableApiKey enable -> enable(user, enable, facts);
            case DeleteApiKey delete ->
                    List.of(
                            new ApiKeyDeleted(
                                    id, delete.keyId(), key(user, delete.keyId()).name()));
        };
    }

    private static List<ServiceUserEvent> generate(
            Present user, GenerateApiKey command, ServiceUserFacts facts) {
        if (user.keys().size() >= MOST) {
            throw new Rejected(
                    RejectionCode.TOO_MANY_API_KEYS, "a service user has at most two API keys");
        }
        mustBeFree(user, command.keyId(), command.name());
        ServiceUserDecider.mustBeInTheFuture(command.expiresAt(), facts.now());
        mustBeAbleToHandOut(user, facts);
        return List.of(
                new ApiKeyGenerated(
                        command.serviceUserId(),
                        command.keyId(),
                        command.name(),
                        command.secretHash(),
                        command.expiresAt()));
    }

    private static List<ServiceUserEvent> regenerate(
            Present user, RegenerateSecret command, ServiceUserFacts facts) {
        key(user, command.keyId());
        mustBeAbleToHandOut(user, facts);
        Instant overlapUntil =
                command.overlapSeconds() == 0
                        ? null
                        : facts.now().plusSeconds(command.overlapSeconds());
        return List.of(
                new SecretRegenerated(
                        command.serviceUserId(),
                        command.keyId(),
                        command.secretHash(),
                        overlapUntil));
    }

    private static List<ServiceUserEvent> rename(Present user, RenameApiKey command) {
        String before = key(user, command.keyId()).name();
        if (before.equals(command.name())) {
            return List.of();
        }
        mustBeFree(user, command.keyId(), command.name());
        return List.of(
                new ApiKeyRenamed(
                        command.serviceUserId(), command.keyId(), before, command.name()));
    }

    private static List<ServiceUserEvent> enable(
            Present user, EnableApiKey command, ServiceUserFacts facts) {
        if (key(user, command.keyId()).enabled()) {
            return List.of();
        }
        mustBeAbleToHandOut(user, facts);
        return List.of(new ApiKeyEnabled(command.serviceUserId(), command.keyId()));
    }

    private static void mustBeAbleToHandOut(Present user, ServiceUserFacts facts) {
        facts.grantor().mustBeAbleToGrant(facts.permissionsOf(Assigned.to(user)), null);
    }

    private static void mustBeFree(Present user, String keyId, String name) {
        boolean taken =
                user.keys().entrySet().stream()
                        .filter(other -> !other.getKey().equals(keyId))
                        .anyMatch(
                                other ->
                                        NameKey.of(other.getValue().name())
                                                .equals(NameKey.of(name)));
        if (taken) {
            throw new Rejected(
                    RejectionCode.KEY_NAME_TAKEN,
                    "the service user has another key of this name",
                    "name");
        }
    }
}
