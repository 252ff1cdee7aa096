package io.keyledger.command.grant;

import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_DENIED;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class GrantorSpec {

    private static final UUID OTHER = Callers.id(2);

    @Nested
    class Holding {

        @Test
        void aCommandNeedsItsPermission() {
            doing(() -> Callers.viewer().mustHold("roles:manage")).rejected(PERMISSION_DENIED);
        }

        @Test
        void aWildcardHoldsWhatItMatches() {
            doing(() -> Callers.holding("roles:*").mustHold("roles:manage")).thenNothing();
            doing(() -> Callers.holding("*:*").mustHold("roles:manage")).thenNothing();
        }

        @Test
        void notEvenTheSystemHoldsWhatIsReservedToOwners() {
            doing(() -> Grantor.system().mustHold(OwnerPermissions.ALL.getFirst()))
                    .rejected(PERMISSION_DENIED);
        }
    }

    @Nested
    class Granting {

        @Test
        void nobodyGrantsWhatHeDoesNotHold() {
            doing(() -> grant(Callers.viewer(), "catalog.assets:manage"))
                    .rejected(PERMISSION_NOT_HELD, "f");
            doing(() -> grant(Callers.viewer(), "catalog.assets:*"))
                    .rejected(PERMISSION_NOT_HELD, "f");
            doing(() -> grant(Callers.viewer(), "catalog.assets:view")).thenNothing();
        }

        @Test
        void whoMayDelegateGrantsAnything() {
            doing(() -> grant(Callers.delegate(), "*:*")).thenNothing();
            doing(() -> grant(Callers.holding("permissions:*"), "*:*")).thenNothing();
        }

        @Test
        void nothingToGrantNeedsNothing() {
            doing(() -> grant(Callers.holding())).thenNothing();
        }

        private void grant(Grantor grantor, String... permissions) {
            grantor.mustBeAbleToGrant(List.of(permissions), "f");
        }
    }

    @Nested
    class OwnAccess {

        @Test
        void isWhatHeIsWhatHeIsInAndWhatHeHas() {
            doing(() -> Callers.viewer().mustNotBe(Callers.CALLER)).rejected(OWN_ACCESS);
            doing(() -> Callers.memberOf(OTHER).mustNotBeIn(OTHER)).rejected(OWN_ACCESS);
            doing(() -> Callers.withRole(OTHER).mustNotHaveRole(OTHER)).rejected(OWN_ACCESS);
            doing(() -> Callers.reachedBy(OTHER).mustNotBeReachedBy(OTHER)).rejected(OWN_ACCESS);
        }

        @Test
        void isNothingElse() {
            doing(() -> Callers.viewer().mustNotBe(OTHER)).thenNothing();
            doing(() -> Callers.withRole(OTHER).mustNotBeIn(OTHER)).thenNothing();
            doing(() -> Callers.memberOf(OTHER).mustNotHaveRole(OTHER)).thenNothing();
            doing(() -> Callers.memberOf(OTHER).mustNotBeReachedBy(OTHER)).thenNothing();
        }

        @Test
        void theSystemIsNobody() {
            doing(() -> Grantor.system().mustNotBe(OTHER)).thenNothing();
        }
    }

    @Nested
    class Facts {

        @Test
        void aGroupIsForOwnersIfOneOfItsRolesIs() {
            assertThat(Callers.OWNERS.ownerOnly()).isTrue();
            assertThat(Callers.MANAGERS.ownerOnly()).isFalse();
            assertThat(Callers.role(1, "everything", "*:*", "workspace.*:*").ownerOnly()).isFalse();
        }

        @Test
        void aPolicyGrantsAndGuardsOnlyWhileItIsEnabled() {
            for (PolicyState state : PolicyState.values()) {
                PolicyFact policy = Callers.policy(1, state, Callers.OFFICE, Callers.VIEWING);
                boolean enabled = state == PolicyState.ENABLED;
                assertThat(policy.guarding()).isEqualTo(enabled);
                assertThat(policy.permissions()).hasSize(enabled ? 1 : 0);
                assertThat(new GroupFact(OTHER, "g", List.of(), List.of(policy)).permissions())
                        .hasSize(enabled ? 1 : 0);
            }
            assertThat(Callers.policy(1, PolicyState.ENABLED, PolicyGuards.NONE).guarding())
                    .isFalse();
        }

        @Test
        void aGroupHoldsEachPermissionOfItsRolesOnce() {
            assertThat(Callers.group(1, "g", Callers.VIEWING, Callers.VIEWING).permissions())
                    .containsExactly("catalog.assets:view");
        }
    }

    private static Spec.Outcome<Void> doing(Runnable check) {
        return new Spec<Void, Void>(null, (_, _) -> null)
                .when(
                        _ -> {
                            check.run();
                            return List.of();
                        });
    }
}
