package io.keyledger.command.serviceuser;

import static io.keyledger.command.spec.Callers.MANAGERS;
import static io.keyledger.command.spec.Callers.MANAGING;
import static io.keyledger.command.spec.Callers.OWNERS;
import static io.keyledger.command.spec.Callers.OWNING;
import static io.keyledger.command.spec.Callers.VIEWERS;
import static io.keyledger.command.spec.Callers.VIEWING;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.PolicyFact;
import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Service users of specs, and what decisions about them know. */
final class Users {

    static final UUID USER = Callers.id(100);
    static final UUID NOWHERE = Callers.id(999);
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final SecretHash HASH = new SecretHash(1, "aGFzaA");
    static final ServiceUserDetails DETAILS = details("loader", null);

    static final PolicyFact ASLEEP =
            Callers.policy(30, PolicyState.DISABLED, Callers.OFFICE, MANAGING);
    static final PolicyFact GRANTING =
            Callers.policy(31, PolicyState.ENABLED, PolicyGuards.NONE, MANAGING);
    static final PolicyFact GUARDING = Callers.policy(32, PolicyState.ENABLED, Callers.OFFICE);

    /** A group whose members come under a guard. */
    static final GroupFact GUARDED =
            new GroupFact(Callers.id(23), "guarded", List.of(), List.of(GUARDING));

    static final Map<UUID, PolicyFact> POLICIES =
            Map.of(ASLEEP.id(), ASLEEP, GRANTING.id(), GRANTING, GUARDING.id(), GUARDING);

    private Users() {}

    static Spec<ServiceUserState, ServiceUserEvent> none() {
        return new Spec<>(new ServiceUserState.Absent(), ServiceUserEvolution::evolve);
    }

    static Spec<ServiceUserState, ServiceUserEvent> existing(ServiceUserEvent... events) {
        return none().given(new ServiceUserCreated(USER, DETAILS)).given(events);
    }

    static Spec.Outcome<ServiceUserEvent> when(
            Spec<ServiceUserState, ServiceUserEvent> spec,
            ServiceUserCommand command,
            Grantor caller) {
        return spec.when(state -> ServiceUserDecider.decide(state, command, known(caller)));
    }

    static ServiceUserFacts known(Grantor caller) {
        return new ServiceUserFacts(
                caller,
                Map.of(
                        VIEWERS.id(),
                        VIEWERS,
                        MANAGERS.id(),
                        MANAGERS,
                        OWNERS.id(),
                        OWNERS,
                        GUARDED.id(),
                        GUARDED),
                Map.of(VIEWING.id(), VIEWING, MANAGING.id(), MANAGING, OWNING.id(), OWNING),
                POLICIES,
                NOW,
                true);
    }

    /** The service user that commands are about, giving them himself. */
    static Grantor himself() {
        Grantor all = Grantor.system();
        return new Grantor(USER, all.held(), all.groups(), all.roles(), all.policies());
    }

    static ServiceUserDetails details(String username, Instant expiresAt) {
        return new ServiceUserDetails(
                username, "loads", "data team", Map.of("env", "test"), expiresAt);
    }

    static ApiKeyGenerated key(String id, String name) {
        return new ApiKeyGenerated(USER, id, name, HASH, null);
    }
}
