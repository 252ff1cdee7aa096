package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.behalf;
import static io.keyledger.access.gate.Checks.direct;
import static io.keyledger.access.gate.Checks.directFrom;
import static io.keyledger.access.gate.Checks.inWorkspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.UUID;

class CheckGateDecisionTest {

    private static Fixture fixture;
    private static CheckGate gate;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
        fixture.workspace("other");
        gate = fixture.gate();
    }

    @AfterAll
    static void close() {
        gate.close();
        fixture.close();
    }

    @Test
    void aKeyIsAllowedWhatItsOwnRoleHolds() {
        UUID role = fixture.role("acme", "catalog:view");
        UUID user = fixture.user("acme", role);
        ApiKeyText key = fixture.key(user);
        Decision decision = gate.check(direct(key, "catalog:view"));
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.grantedBy()).isEqualTo(role);
        assertThat(decision.holder())
                .isEqualTo(new KeyHolder(user, "user " + user, "acme", key.keyId()));
        Fixture.Written written = fixture.recordOf(decision.recordId());
        assertThat(written.workspace()).isEqualTo("acme");
        assertThat(written.uses().header().decidedAt()).isEqualTo(decision.decidedAt());
        assertThat(written.uses().header().entities())
                .containsExactly(
                        new EntityVersion(EntityKind.SERVICE_USER, user, 7),
                        new EntityVersion(EntityKind.ROLE, role, 3));
        KeyUse use = fixture.use(decision.recordId());
        assertThat(use.permission()).isEqualTo("catalog:view");
        assertThat(use.entities()).containsExactly(0, 1);
        assertThat(use.grantedBy()).isEqualTo(1);
    }

    @Test
    void aKeyIsAllowedWhatARoleOfItsGroupHolds() {
        UUID role = fixture.role("acme", "catalog.*:view");
        UUID group = fixture.group("acme", role);
        UUID user = fixture.user("acme");
        fixture.join(user, group);
        Decision decision = gate.check(direct(fixture.key(user), "catalog.assets:view"));
        assertThat(decision.grantedBy()).isEqualTo(role);
        assertThat(fixture.recordOf(decision.recordId()).uses().header().entities())
                .contains(new EntityVersion(EntityKind.USER_GROUP, group, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "catalog:view, catalog:view, true",
        "catalog:view, catalog:manage, false",
        "catalog:*, catalog:manage, true",
        "catalog:*, catalog.assets:view, false",
        "catalog.*:view, catalog.assets.tags:view, true",
        "catalog.*:view, catalog:view, false",
        "*:view, catalog:view, true",
        "*:*, anything.at.all:operate, true",
        "*:*, workspace.ownership:delete, false",
        "workspace.*:*, workspace.ownership:delete, false",
        "workspace.ownership:delete, workspace.ownership:delete, false",
        "workspace.ownership:*, workspace.ownership:transfer, false",
    })
    void whatARoleHoldsIsMatchedAndOwnerPermissionsNever(
            String held, String asked, boolean allowed) {
        ApiKeyText key = fixture.key(fixture.user("acme", fixture.role("acme", held)));
        Decision decision = gate.check(direct(key, asked));
        assertThat(decision.allowed()).isEqualTo(allowed);
        assertThat(decision.reason()).isEqualTo(allowed ? null : DenyReason.PERMISSION_NOT_GRANTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE access.api_key SET status = 'deleted' | KEY_DELETED",
                "UPDATE access.api_key SET status = 'disabled' | KEY_DISABLED",
                "UPDATE access.api_key SET expires_at = now() - interval '1 ms' | KEY_EXPIRED",
                "UPDATE access.service_user SET status = 'deleted' | SERVICE_USER_DELETED",
                "UPDATE access.service_user SET status = 'disabled' | SERVICE_USER_DISABLED",
                "UPDATE access.service_user SET expires_at = now() | SERVICE_USER_EXPIRED",
                "DELETE FROM access.service_user_role | PERMISSION_NOT_GRANTED",
            })
    void aChangeIsSeenByTheVeryNextCheck(String change, DenyReason reason) {
        UUID user = fixture.user("acme", fixture.role("acme", "catalog:view"));
        ApiKeyText key = fixture.key(user);
        assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
        String column = change.contains("service_user ") ? "id" : "service_user_id";
        fixture.sql(change + " WHERE " + column + " = ?", user);
        Decision decision = gate.check(direct(key, "catalog:view"));
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(fixture.use(decision.recordId()).reason()).isEqualTo(reason.code());
        assertThat(fixture.recordOf(decision.recordId()).workspace()).isEqualTo("acme");
    }

    @Test
    void anUnknownKeyIsRecordedInSystemUnderItsId() {
        ApiKeyText key = Fixture.newKey();
        Decision decision =
                gate.check(
                        directFrom("192.0.2.9", new PresentedKey.WellFormed(key), "catalog:view"));
        assertThat(decision.reason()).isEqualTo(DenyReason.UNKNOWN_KEY);
        assertThat(decision.holder()).isNull();
        assertThat(fixture.recordOf(decision.recordId()).workspace()).isEqualTo("system");
        assertThat(fixture.use(decision.recordId()).keyId()).isEqualTo(key.keyId());
        assertThat(fixture.addressOf(decision.recordId())).contains("192.0.2.9");
    }

    @Test
    void aMalformedKeyIsRecordedWithoutItsText() {
        Decision decision =
                gate.check(directFrom("192.0.2.9", PresentedKey.of("kl_nonsense"), "catalog:view"));
        assertThat(decision.publicReason()).isEqualTo("malformed-key");
        assertThat(fixture.use(decision.recordId()).keyId()).isNull();
    }

    @Test
    void aWrongSecretIsRecordedAsSuchAndToldAsUnknown() {
        ApiKeyText key = fixture.key(fixture.user("acme"));
        ApiKeyText guessed = ApiKeyText.generate(key.keyId(), Fixture.RANDOM);
        Decision decision = gate.check(direct(guessed, "catalog:view"));
        assertThat(decision.reason()).isEqualTo(DenyReason.WRONG_SECRET);
        assertThat(decision.publicReason()).isEqualTo("unknown-key");
        assertThat(decision.holder()).isNull();
        assertThat(fixture.recordOf(decision.recordId()).workspace()).isEqualTo("acme");
        assertThat(fixture.use(decision.recordId()).reason()).isEqualTo("wrong-secret");
    }

    @Test
    void theOldSecretCountsWhileItOverlapsAndNotAfterwards() {
        UUID user = fixture.user("acme", fixture.role("acme", "catalog:view"));
        ApiKeyText old = fixture.key(user);
        ApiKeyText renewed = ApiKeyText.generate(old.keyId(), Fixture.RANDOM);
        SecretHash hash = fixture.hasher.hash(renewed);
        fixture.sql(
                "UPDATE access.api_key SET overlap_hash = secret_hash, overlap_pepper_version ="
                        + " pepper_version, overlap_changed_at = secret_changed_at, overlap_until = now() +"
                        + " interval '1 hour', secret_hash"
                        + " = ? WHERE id = ?",
                Fixture.bytes(hash),
                old.keyId());
        assertThat(gate.check(direct(old, "catalog:view")).allowed()).isTrue();
        assertThat(gate.check(direct(renewed, "catalog:view")).allowed()).isTrue();
        fixture.sql("UPDATE access.api_key SET overlap_until = now() WHERE id = ?", old.keyId());
        assertThat(gate.check(direct(old, "catalog:view")).reason())
                .isEqualTo(DenyReason.WRONG_SECRET);
        assertThat(gate.check(direct(renewed, "catalog:view")).allowed()).isTrue();
    }

    @Test
    void aKeyDoesNotReachAnotherWorkspaceUnlessItLivesInSystem() {
        ApiKeyText own = fixture.key(fixture.user("acme", fixture.role("acme", "*:*")));
        ApiKeyText system = fixture.key(fixture.user("system", fixture.role("system", "*:*")));
        assertThat(gate.check(inWorkspace("acme", own, "roles:view")).allowed()).isTrue();
        Decision foreign = gate.check(inWorkspace("other", own, "roles:view"));
        assertThat(foreign.reason()).isEqualTo(DenyReason.FOREIGN_WORKSPACE);
        assertThat(fixture.recordOf(foreign.recordId()).workspace()).isEqualTo("acme");
        assertThat(gate.check(inWorkspace("system", own, "roles:view")).allowed()).isFalse();
        assertThat(gate.check(inWorkspace("other", system, "roles:view")).allowed()).isTrue();
    }

    @Test
    void deletedKeysOfOneUserAreAllKnownInOneBatch() {
        UUID user = fixture.user("acme");
        List<ApiKeyText> keys = List.of(fixture.key(user), fixture.key(user), fixture.key(user));
        fixture.sql("UPDATE access.api_key SET status = 'deleted' WHERE service_user_id = ?", user);
        for (ApiKeyText key : keys) {
            assertThat(gate.check(direct(key, "catalog:view")).reason())
                    .isEqualTo(DenyReason.KEY_DELETED);
        }
        assertThat(
                        Concurrently.call(
                                keys.stream()
                                        .map(k -> Concurrently.of(gate, direct(k, "catalog:view")))
                                        .toList()))
                .allSatisfy(d -> assertThat(d.reason()).isEqualTo(DenyReason.KEY_DELETED));
    }

    @Test
    void aGatewayIsAnsweredAboutKeysOfItsWorkspace() {
        ApiKeyText gateway =
                fixture.key(fixture.user("acme", fixture.role("acme", "checks:perform")));
        ApiKeyText target = fixture.key(fixture.user("acme", fixture.role("acme", "catalog:view")));
        CheckResult result = gate.check(behalf(gateway, target, "catalog:view"));
        assertThat(result).isInstanceOf(Decision.class);
        assertThat(((Decision) result).allowed()).isTrue();
        KeyUse use = fixture.use(result.recordId());
        assertThat(use.keyId()).isEqualTo(target.keyId());
        assertThat(use.callerKeyId()).isEqualTo(gateway.keyId());
        assertThat(fixture.addressOf(result.recordId())).contains("192.0.2.7");
    }

    @Test
    void aGatewayLearnsNothingAboutForeignKeys() {
        ApiKeyText gateway =
                fixture.key(fixture.user("acme", fixture.role("acme", "checks:perform")));
        UUID user = fixture.user("other", fixture.role("other", "catalog:view"));
        ApiKeyText target = fixture.key(user);
        fixture.sql("UPDATE access.api_key SET status = 'disabled' WHERE id = ?", target.keyId());
        Decision decision = (Decision) gate.check(behalf(gateway, target, "catalog:view"));
        assertThat(decision.publicReason()).isEqualTo("unknown-key");
        assertThat(decision.publicRecordId()).isNull();
        assertThat(decision.holder()).isNull();
        assertThat(decision.grantedBy()).isNull();
        assertThat(fixture.recordOf(decision.recordId()).workspace()).isEqualTo("other");
        assertThat(fixture.use(decision.recordId()).reason()).isEqualTo("foreign-workspace");
        assertThat(fixture.use(decision.recordId()).callerKeyId()).isEqualTo(gateway.keyId());
    }

    @Test
    void aGatewayInSystemIsAnsweredAboutAllKeys() {
        ApiKeyText gateway =
                fixture.key(fixture.user("system", fixture.role("system", "checks:perform")));
        ApiKeyText target = fixture.key(fixture.user("other", fixture.role("other", "a:b")));
        assertThat(((Decision) gate.check(behalf(gateway, target, "a:b"))).allowed()).isTrue();
        assertThat(((Decision) gate.check(behalf(gateway, Fixture.newKey(), "a:b"))).publicReason())
                .isEqualTo("unknown-key");
    }

    @Test
    void aCallerThatMayNotCheckIsRefusedAndOnRecordItself() {
        ApiKeyText caller = fixture.key(fixture.user("acme", fixture.role("acme", "a:b")));
        ApiKeyText target = fixture.key(fixture.user("acme", fixture.role("acme", "a:b")));
        CheckResult result = gate.check(behalf(caller, target, "a:b"));
        assertThat(result).isInstanceOf(CallerRefused.class);
        assertThat(((CallerRefused) result).reason()).isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
        KeyUse use = fixture.use(result.recordId());
        assertThat(use.keyId()).isEqualTo(caller.keyId());
        assertThat(use.permission()).isEqualTo("checks:perform");
        assertThat(fixture.addressOf(result.recordId())).contains("10.0.0.1");
        CheckResult unknown = gate.check(behalf(Fixture.newKey(), target, "a:b"));
        assertThat(((CallerRefused) unknown).reason().isAuthentication()).isTrue();
    }
}
