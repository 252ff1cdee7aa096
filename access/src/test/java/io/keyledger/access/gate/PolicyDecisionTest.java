package io.keyledger.access.gate;

import static io.keyledger.access.fixture.Policies.keyAge;
import static io.keyledger.access.fixture.Policies.networks;
import static io.keyledger.access.fixture.Policies.rate;
import static io.keyledger.access.fixture.Policies.validity;
import static io.keyledger.access.fixture.Policies.weekly;
import static io.keyledger.access.gate.Checks.behalf;
import static io.keyledger.access.gate.Checks.direct;
import static io.keyledger.access.gate.Checks.directFrom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Policies;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.quota.QuotaPruner;
import io.keyledger.access.source.Source;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.AttributeCondition;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.policy.ResourceScope;
import io.keyledger.shared.policy.WeeklyWindow;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.MonitoredRefusal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class PolicyDecisionTest {

    private static Fixture fixture;
    private static Policies policies;
    private static CheckGate gate;
    private static CheckGate other;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
        policies = new Policies(fixture);
        gate = fixture.gate();
        other = fixture.gate();
    }

    @AfterAll
    static void close() {
        gate.close();
        other.close();
        fixture.close();
    }

    @Test
    void anEnabledPolicyGrantsItsRolesAndOthersDoNot() {
        UUID role = fixture.role("acme", "catalog:view");
        UUID policy = policies.policy("acme", "disabled", PolicyGuards.NONE);
        policies.grant(policy, 0, role, null);
        UUID user = fixture.user("acme");
        policies.attach(policy, user);
        ApiKeyText key = fixture.key(user);
        assertThat(gate.check(direct(key, "catalog:view")).allowed()).isFalse();
        policies.state(policy, "monitoring");
        assertThat(gate.check(direct(key, "catalog:view")).allowed()).isFalse();
        policies.state(policy, "enabled");
        Decision decision = gate.check(direct(key, "catalog:view"));
        assertThat(decision.grantedBy()).isEqualTo(role);
        assertThat(fixture.recordOf(decision.recordId()).uses().header().entities())
                .contains(
                        new EntityVersion(EntityKind.SECURITY_POLICY, policy, 9),
                        new EntityVersion(EntityKind.ROLE, role, 3));
        policies.state(policy, "disabled");
        assertThat(gate.check(direct(key, "catalog:view")).reason())
                .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
    }

    @Test
    void aPolicyOfAGroupReachesItsMembersAtOnce() {
        UUID role = fixture.role("acme", "catalog:view");
        UUID policy = policies.policy("acme", "enabled", PolicyGuards.NONE);
        policies.grant(policy, 0, role, null);
        UUID group = fixture.group("acme");
        UUID user = fixture.user("acme");
        fixture.join(user, group);
        ApiKeyText key = fixture.key(user);
        assertThat(gate.check(direct(key, "catalog:view")).allowed()).isFalse();
        policies.attachToGroup(policy, group);
        assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
        fixture.sql("UPDATE access.role SET permissions = '{}' WHERE id = ?", role);
        assertThat(gate.check(direct(key, "catalog:view")).allowed()).isFalse();
    }

    @Test
    void aPolicyNeverGrantsWhatIsReservedToOwners() {
        UUID policy = policies.policy("acme", "enabled", PolicyGuards.NONE);
        policies.grant(policy, 0, fixture.role("acme", "workspace.ownership:delete"), null);
        UUID user = fixture.user("acme");
        policies.attach(policy, user);
        assertThat(gate.check(direct(fixture.key(user), "workspace.ownership:delete")).allowed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "asset, 7, test, true",
        "asset, 7, prod, false",
        "asset, 7, , false",
        "report, 7, test, false",
        ", , , false",
    })
    void aGrantForSomeResourcesCountsForThoseAlone(
            @Nullable String type, @Nullable String id, @Nullable String stage, boolean allowed) {
        UUID role = fixture.role("acme", "catalog:view");
        UUID policy = policies.policy("acme", "enabled", PolicyGuards.NONE);
        policies.grant(
                policy,
                0,
                role,
                new ResourceScope(
                        ResourceScope.Match.ALL,
                        List.of(
                                new AttributeCondition(
                                        "type",
                                        AttributeCondition.Operator.EQUALS,
                                        List.of("asset")),
                                new AttributeCondition(
                                        "stage",
                                        AttributeCondition.Operator.IN,
                                        List.of("test", "dev")))));
        UUID user = fixture.user("acme");
        policies.attach(policy, user);
        Resource resource =
                type == null
                        ? null
                        : new Resource(type, id, stage == null ? Map.of() : Map.of("stage", stage));
        Decision decision =
                gate.check(
                        new DirectCheck(
                                new PresentedKey.WellFormed(fixture.key(user)),
                                new Asked.ForPermission(
                                        new Permission("catalog:view"), null, null, null, resource),
                                Source.UNKNOWN));
        assertThat(decision.reason()).isEqualTo(allowed ? null : DenyReason.RESOURCE_NOT_GRANTED);
        assertThat(fixture.use(decision.recordId()).resource()).isEqualTo(resource);
    }

    record Guarded(PolicyGuards guards, DenyReason reason) {}

    static Stream<Guarded> failing() {
        Instant now = Instant.now();
        return Stream.of(
                new Guarded(
                        networks("10.0.0.0/8", "2001:db8::/32"), DenyReason.NETWORK_NOT_ALLOWED),
                new Guarded(
                        validity(now.plus(1, ChronoUnit.HOURS), null), DenyReason.OUTSIDE_VALIDITY),
                new Guarded(
                        validity(null, now.minus(1, ChronoUnit.HOURS)),
                        DenyReason.OUTSIDE_VALIDITY),
                new Guarded(keyAge(1), DenyReason.KEY_TOO_OLD),
                new Guarded(weekly(window(3)), DenyReason.OUTSIDE_WEEKLY_WINDOW));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void aUseThatFailsAGuardIsRefusedWithThePolicyNamed(Guarded guarded) {
        UUID policy = policies.policy("acme", "enabled", guarded.guards());
        ApiKeyText key = guardedKey(policy);
        Decision decision = gate.check(fromOutside(key));
        assertThat(decision.reason()).isEqualTo(guarded.reason());
        assertThat(decision.refusedBy().id()).isEqualTo(policy);
        Fixture.Written written = fixture.recordOf(decision.recordId());
        KeyUse use = fixture.use(decision.recordId());
        assertThat(use.reason()).isEqualTo(guarded.reason().code());
        assertThat(written.uses().header().entities().get(use.refusedBy()))
                .isEqualTo(new EntityVersion(EntityKind.SECURITY_POLICY, policy, 9));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void whatAMonitoredPolicyWouldHaveRefusedIsAllowedAndOnRecord(Guarded guarded) {
        UUID policy = policies.policy("acme", "monitoring", guarded.guards());
        Decision decision = gate.check(fromOutside(guardedKey(policy)));
        assertThat(decision.allowed()).isTrue();
        KeyUse use = fixture.use(decision.recordId());
        assertThat(use.monitored())
                .containsExactly(
                        new MonitoredRefusal(use.entities().get(1), guarded.reason().code()));
    }

    static Stream<PolicyGuards> holding() {
        Instant now = Instant.now();
        return Stream.of(
                PolicyGuards.NONE,
                networks("10.0.0.0/8", "192.0.2.0/24"),
                validity(now.minus(1, ChronoUnit.HOURS), now.plus(1, ChronoUnit.HOURS)),
                keyAge(3),
                weekly(window(3), window(0)));
    }

    @ParameterizedTest
    @MethodSource("holding")
    void aUseThatPassesTheGuardsIsAllowed(PolicyGuards guards) {
        UUID policy = policies.policy("acme", "enabled", guards);
        Decision decision = gate.check(fromOutside(guardedKey(policy)));
        assertThat(decision.allowed()).isTrue();
        assertThat(fixture.use(decision.recordId()).monitored()).isEmpty();
    }

    @Test
    void aUseFromNowhereIsFromNoNetwork() {
        ApiKeyText key = guardedKey(policies.policy("acme", "enabled", networks("0.0.0.0/0")));
        assertThat(gate.check(direct(key, "catalog:view")).reason())
                .isEqualTo(DenyReason.NETWORK_NOT_ALLOWED);
    }

    @Test
    void aRegeneratedSecretIsYoungAndTheOldOneNot() {
        ApiKeyText old = guardedKey(policies.policy("acme", "enabled", keyAge(1)));
        ApiKeyText renewed = ApiKeyText.generate(old.keyId(), Fixture.RANDOM);
        fixture.sql(
                "UPDATE access.api_key SET overlap_hash = secret_hash, overlap_pepper_version ="
                        + " pepper_version, overlap_changed_at = secret_changed_at, overlap_until ="
                        + " now() + interval '1 hour', secret_hash = ?, secret_changed_at = now()"
                        + " WHERE id = ?",
                Fixture.bytes(fixture.hasher.hash(renewed)),
                old.keyId());
        assertThat(gate.check(fromOutside(renewed)).allowed()).isTrue();
        assertThat(gate.check(fromOutside(old)).reason()).isEqualTo(DenyReason.KEY_TOO_OLD);
    }

    @Test
    void aGuardHoldsForTheKeyOfACallerAsWell() {
        UUID gateway = fixture.user("acme", fixture.role("acme", "checks:perform"));
        policies.attach(policies.policy("acme", "enabled", networks("172.16.0.0/12")), gateway);
        ApiKeyText target = fixture.key(fixture.user("acme"));
        assertThat(gate.check(behalf(fixture.key(gateway), target, "catalog:view")))
                .isInstanceOfSatisfying(
                        CallerRefused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(DenyReason.NETWORK_NOT_ALLOWED));
    }

    @Test
    void aRateLimitAllowsSoManyAndNotOneMoreOverTwoNodes() {
        UUID policy = policies.policy("acme", "enabled", rate(100, 86_400));
        ApiKeyText key = guardedKey(policy);
        List<Decision> decisions =
                Concurrently.call(
                        IntStream.range(0, 400)
                                .mapToObj(
                                        i ->
                                                Concurrently.of(
                                                        i % 2 == 0 ? gate : other,
                                                        fromOutside(key)))
                                .toList());
        assertThat(decisions.stream().filter(Decision::allowed).count()).isEqualTo(100);
        Decision refused =
                decisions.stream().filter(each -> !each.allowed()).findFirst().orElseThrow();
        assertThat(refused.reason()).isEqualTo(DenyReason.RATE_LIMITED);
        assertThat(refused.refusedBy().id()).isEqualTo(policy);
        assertThat(refused.retryAfterSeconds()).isBetween(1L, 86_400L);
    }

    @Test
    void aNewWindowAllowsAnew() throws InterruptedException {
        ApiKeyText key = guardedKey(policies.policy("acme", "enabled", rate(1, 1)));
        int allowed = 0;
        int tried = 0;
        long until = System.nanoTime() + 3_200_000_000L;
        while (System.nanoTime() < until) {
            tried++;
            allowed += gate.check(fromOutside(key)).allowed() ? 1 : 0;
            Thread.sleep(20);
        }
        assertThat(tried).isGreaterThan(allowed);
        assertThat(allowed).isBetween(3, 5);
    }

    @Test
    void aRateLimitCountsAllowedUsesOnly() {
        ApiKeyText key = guardedKey(policies.policy("acme", "enabled", rate(2, 86_400)));
        for (int i = 0; i < 5; i++) {
            assertThat(gate.check(direct(key, "catalog:manage")).reason())
                    .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
        }
        assertThat(gate.check(fromOutside(key)).allowed()).isTrue();
        assertThat(gate.check(fromOutside(key)).allowed()).isTrue();
        assertThat(gate.check(fromOutside(key)).reason()).isEqualTo(DenyReason.RATE_LIMITED);
    }

    @Test
    void whatWasRecordedIsNotGivenBackWhenTheNextFailsBeforeItTakesAny() {
        ApiKeyText key = guardedKey(policies.policy("acme", "enabled", rate(3, 86_400)));
        assertThat(gate.check(fromOutside(key)).allowed()).isTrue();
        fixture.cutConnections();
        PresentedKey shown = new PresentedKey.WellFormed(key);
        // An address that is not known yet is looked up first.
        assertThat(gate.check(directFrom("198.51.100.41", shown, "catalog:view")).allowed())
                .isTrue();
        int allowed = 2;
        while (allowed < 10 && gate.check(fromOutside(key)).allowed()) {
            allowed++;
        }
        assertThat(allowed).isEqualTo(3);
    }

    @Test
    void whatCouldNotBeRecordedCountsForNoRateLimit() {
        ApiKeyText key = guardedKey(policies.policy("acme", "enabled", rate(3, 86_400)));
        assertThat(gate.check(fromOutside(key)).allowed()).isTrue();
        fixture.sql(
                "ALTER TABLE store.key_use_batch ADD CONSTRAINT refused CHECK (false) NOT VALID");
        try {
            assertThatThrownBy(() -> gate.check(fromOutside(key))).isInstanceOf(NotRecorded.class);
        } finally {
            fixture.sql("ALTER TABLE store.key_use_batch DROP CONSTRAINT refused");
        }
        assertThat(gate.check(fromOutside(key)).allowed()).isTrue();
        assertThat(gate.check(fromOutside(key)).allowed()).isTrue();
        assertThat(gate.check(fromOutside(key)).reason()).isEqualTo(DenyReason.RATE_LIMITED);
    }

    @Test
    void aMonitoredRateLimitIsCountedAndRefusesNothing() {
        ApiKeyText key = guardedKey(policies.policy("acme", "monitoring", rate(1, 86_400)));
        assertThat(fixture.use(gate.check(fromOutside(key)).recordId()).monitored()).isEmpty();
        Decision second = gate.check(fromOutside(key));
        assertThat(second.allowed()).isTrue();
        assertThat(fixture.use(second.recordId()).monitored())
                .extracting(MonitoredRefusal::reason)
                .containsExactly("rate-limited");
    }

    @Test
    void whatWasLeasedInWindowsLongOverIsPruned() throws SQLException {
        fixture.sql(
                "INSERT INTO access.rate_quota VALUES (?, ?, 60, 600, 5, 5)",
                Fixture.IDS.next(),
                Fixture.IDS.next());
        ApiKeyText key = guardedKey(policies.policy("acme", "enabled", rate(1, 86_400)));
        gate.check(fromOutside(key));
        new QuotaPruner(fixture.database.command()).prune();
        assertThat(
                        fixture.number(
                                "SELECT count(*) FROM access.rate_quota WHERE window_start = 600"))
                .isZero();
        assertThat(gate.check(fromOutside(key)).reason()).isEqualTo(DenyReason.RATE_LIMITED);
        assertThat(other.check(fromOutside(key)).reason()).isEqualTo(DenyReason.RATE_LIMITED);
    }

    /** A key that may view the catalog, whose secret is two days old. */
    private static ApiKeyText guardedKey(UUID policy) {
        UUID user = fixture.user("acme", fixture.role("acme", "catalog:view"));
        policies.attach(policy, user);
        ApiKeyText key = fixture.key(user);
        fixture.sql(
                "UPDATE access.api_key SET secret_changed_at = now() - interval '2 days'"
                        + " WHERE id = ?",
                key.keyId());
        return key;
    }

    private static DirectCheck fromOutside(ApiKeyText key) {
        return directFrom("192.0.2.7", new PresentedKey.WellFormed(key), "catalog:view");
    }

    /** All of the day that is so many from today, and of the next if that is today. */
    private static WeeklyWindow window(int days) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(days);
        return new WeeklyWindow(
                Stream.of(day, day.plusDays(1))
                        .map(each -> each.getDayOfWeek().name().toLowerCase(Locale.ROOT))
                        .toList(),
                "00:00",
                "24:00",
                "UTC");
    }
}
