package io.keyledger.command.serviceuser;

import static io.keyledger.command.serviceuser.Users.USER;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.RegenerateSecret;
import io.keyledger.command.serviceuser.ServiceUserCommand.RenameApiKey;
import io.keyledger.command.serviceuser.ServiceUserState.Present;
import io.keyledger.command.spec.Callers;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ServiceUserEvolutionProperties {

    @Property(tries = 300)
    void keysAreLostByDeletionOnlyAndNeverMoreThanTwo(
            @ForAll("commands") List<ServiceUserCommand> commands) {
        Present user = (Present) Users.existing().state();
        Set<String> keys = new HashSet<>();
        for (ServiceUserCommand command : commands) {
            for (ServiceUserEvent event : accepted(user, command)) {
                if (event instanceof ApiKeyGenerated generated) {
                    keys.add(generated.keyId());
                } else if (event instanceof ApiKeyDeleted deleted) {
                    keys.remove(deleted.keyId());
                }
                user = (Present) ServiceUserEvolution.evolve(user, event);
            }
            assertThat(user.keys().keySet()).isEqualTo(keys).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Provide
    Arbitrary<List<ServiceUserCommand>> commands() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of("k1", "k2", "k3", "k4"),
                        Arbitraries.of("main", "MAIN", "spare", "third"))
                .as(ServiceUserEvolutionProperties::command)
                .list()
                .ofMaxSize(40);
    }

    private static ServiceUserCommand command(int kind, String key, String name) {
        return switch (kind) {
            case 0 -> new RegenerateSecret("w", USER, key, Users.HASH, 60);
            case 1 -> new RenameApiKey("w", USER, key, name);
            case 2 -> new DisableApiKey("w", USER, key);
            case 3 -> new EnableApiKey("w", USER, key);
            case 4 -> new DeleteApiKey("w", USER, key);
            case 5 -> new DisableServiceUser("w", USER, null);
            case 6 -> new EnableServiceUser("w", USER, null);
            default -> new GenerateApiKey("w", USER, key, name, Users.HASH, null);
        };
    }

    private static List<ServiceUserEvent> accepted(Present user, ServiceUserCommand command) {
        try {
            return ServiceUserDecider.decide(user, command, Users.known(Callers.delegate()));
        } catch (Rejected _) {
            return List.of();
        }
    }
}
