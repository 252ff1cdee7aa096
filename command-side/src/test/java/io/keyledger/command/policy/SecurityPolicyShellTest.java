package io.keyledger.command.policy;

import static io.keyledger.command.spec.Callers.OFFICE;
import static io.keyledger.shared.policy.PolicyState.DISABLED;
import static io.keyledger.shared.policy.PolicyState.MONITORING;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.policy.SecurityPolicyCommand.DisableSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.MonitorSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.SwitchSecurityPolicy;
import io.keyledger.command.spec.Callers;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDisabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The shell alone: events come back as the state that the next decision is made on. */
class SecurityPolicyShellTest {

    private static final UUID POLICY = Callers.id(100);
    private static final SecurityPolicyCreated CREATED =
            new SecurityPolicyCreated(POLICY, "office", "", List.of(), OFFICE, false);

    private AggregateTestFixture<SecurityPolicy> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(SecurityPolicy.class);
        fixture.registerAnnotatedCommandHandler(new Switching(fixture.getRepository()));
    }

    @Test
    void aDecisionIsMadeOnWhatItsEventsTell() {
        fixture.given(CREATED, new SecurityPolicyMonitored(POLICY, DISABLED))
                .when(new DisableSecurityPolicy("w", POLICY, null))
                .expectEvents(new SecurityPolicyDisabled(POLICY, MONITORING));
    }

    @Test
    void whatIsDecidedIsWhatItBecomes() {
        fixture.given(CREATED)
                .when(new MonitorSecurityPolicy("w", POLICY, null))
                .expectEvents(new SecurityPolicyMonitored(POLICY, DISABLED));
    }

    record Switching(Repository<SecurityPolicy> policies) {

        @CommandHandler
        void handle(DisableSecurityPolicy command) {
            decide(command);
        }

        @CommandHandler
        void handle(MonitorSecurityPolicy command) {
            decide(command);
        }

        private void decide(SwitchSecurityPolicy command) {
            SecurityPolicyFacts facts =
                    new SecurityPolicyFacts(Grantor.system(), Map.of(), List::of);
            policies.load(command.policyId().toString())
                    .execute(
                            it ->
                                    it.apply(
                                            SecurityPolicyDecider.decide(
                                                    it.state(), command, facts)));
        }
    }
}
