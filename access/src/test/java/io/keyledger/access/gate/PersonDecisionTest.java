package io.keyledger.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.PersonHolder;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PersonToken;
import io.keyledger.access.key.PersonToken.Identity;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

class PersonDecisionTest {

    private static final Instant ISSUED = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static Fixture fixture;
    private static CheckGate gate;

    private Identity identity;
    private UUID person;

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

    @BeforeEach
    void somebody() {
        identity = new Identity("https://login.example.com", UUID.randomUUID().toString());
        person = fixture.person(identity, ISSUED);
    }

    @Test
    void aPersonHoldsWhatItsGroupsHoldWhereTheyAre() {
        UUID role = fixture.role("acme", "things:view");
        UUID group = fixture.group("acme", role);
        fixture.joinPerson(person, group);
        Decision allowed = ask("acme", "things:view");
        Decision elsewhere = ask("other", "things:view");
        assertThat(allowed.reason()).isNull();
        assertThat(allowed.grantedBy()).isEqualTo(role);
        assertThat(allowed.holder()).isInstanceOf(PersonHolder.class);
        assertThat(allowed.holder().id()).isEqualTo(person);
        assertThat(allowed.holder().name()).isEqualTo("Ada Osei");
        assertThat(elsewhere.reason()).isEqualTo(DenyReason.FOREIGN_WORKSPACE);
        assertThat(ask("acme", "things:manage").reason())
                .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
    }

    @Test
    void theUseIsOnRecordInTheWorkspaceThatItIsAboutWithThePersonFirst() {
        UUID role = fixture.role("acme", "things:view");
        UUID group = fixture.group("acme", role);
        fixture.joinPerson(person, group);
        Decision decision = ask("acme", "things:view");
        KeyUse use = fixture.use(decision.recordId());
        Fixture.Written record = fixture.recordOf(decision.recordId());
        assertThat(record.workspace()).isEqualTo("acme");
        assertThat(use.keyId()).isNull();
        assertThat(use.permission()).isEqualTo("things:view");
        assertThat(use.entities().stream().map(record.uses().header().entities()::get))
                .containsExactly(
                        new EntityVersion(EntityKind.PERSON, person, 2),
                        new EntityVersion(EntityKind.USER_GROUP, group, 5),
                        new EntityVersion(EntityKind.ROLE, role, 3));
        assertThat(fixture.addressOf(decision.recordId())).contains("192.0.2.9");
    }

    @Test
    void groupsOfSystemCountEverywhereAndTheirUsesAreInSystem() {
        fixture.joinPerson(person, fixture.group("system", fixture.role("system", "*:*")));
        Decision decision = ask("acme", "things:view");
        assertThat(decision.reason()).isNull();
        assertThat(fixture.recordOf(decision.recordId()).workspace()).isEqualTo("system");
        assertThat(ask(null, "things:view").reason()).isNull();
    }

    @Test
    void groupsThereAndGroupsOfSystemCountTogether() {
        fixture.joinPerson(person, fixture.group("system", fixture.role("system", "a:view")));
        fixture.joinPerson(person, fixture.group("acme", fixture.role("acme", "b:view")));
        assertThat(ask("acme", "a:view").reason()).isNull();
        assertThat(ask("acme", "b:view").reason()).isNull();
        assertThat(ask("other", "b:view").reason()).isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
    }

    @Test
    void ownersHoldWhatIsReservedToThemAndServiceUsersNeverDo() {
        UUID role = fixture.role("acme", "workspace.ownership:delete");
        fixture.joinPerson(person, fixture.group("acme", role));
        ApiKeyText key = fixture.key(fixture.user("acme", role));
        UUID everything = fixture.role("acme", "*:*");
        UUID wildcard = fixture.person(new Identity("https://login.example.com", "w"), ISSUED);
        fixture.joinPerson(wildcard, fixture.group("acme", everything));
        assertThat(ask("acme", "workspace.ownership:delete").reason()).isNull();
        assertThat(gate.check(Checks.direct(key, "workspace.ownership:delete")).reason())
                .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
        identity = new Identity("https://login.example.com", "w");
        assertThat(ask("acme", "workspace.ownership:delete").reason())
                .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
    }

    @Test
    void aGroupThatIsTakenAwayIsMissedAtOnce() {
        UUID group = fixture.group("acme", fixture.role("acme", "things:view"));
        fixture.joinPerson(person, group);
        assertThat(ask("acme", "things:view").reason()).isNull();
        fixture.sql("DELETE FROM access.person_group WHERE person_id = ?", person);
        assertThat(ask("acme", "things:view").reason())
                .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
    }

    @Test
    void aTokenThatIsNewerThanTheLastSignInHasToSignIn() {
        fixture.joinPerson(person, fixture.group("acme", fixture.role("acme", "things:view")));
        Decision newer = askWith(token(ISSUED.plusSeconds(1), ISSUED.plusSeconds(300)), "acme");
        Decision older = askWith(token(ISSUED.minusSeconds(1), ISSUED.plusSeconds(300)), "acme");
        assertThat(newer.reason()).isEqualTo(DenyReason.SIGN_IN_REQUIRED);
        assertThat(older.reason()).isNull();
    }

    @Test
    void strangersTheDisabledAndExpiredTokensAreRefusedOnRecord() {
        UUID group = fixture.group("acme", fixture.role("acme", "things:view"));
        fixture.joinPerson(person, group);
        Decision expired =
                askWith(token(ISSUED.minusSeconds(600), ISSUED.minusSeconds(300)), "acme");
        fixture.sql("UPDATE access.person SET status = 'disabled' WHERE id = ?", person);
        Decision disabled = ask("acme", "things:view");
        identity = new Identity("https://login.example.com", "nobody");
        Decision stranger = ask("acme", "things:view");
        assertThat(expired.reason()).isEqualTo(DenyReason.TOKEN_EXPIRED);
        assertThat(disabled.reason()).isEqualTo(DenyReason.PERSON_DISABLED);
        assertThat(stranger.reason()).isEqualTo(DenyReason.SIGN_IN_REQUIRED);
        assertThat(fixture.use(disabled.recordId()).reason()).isEqualTo("person-disabled");
        assertThat(fixture.recordOf(disabled.recordId()).workspace()).isEqualTo("acme");
        assertThat(fixture.recordOf(stranger.recordId()).workspace()).isEqualTo("system");
    }

    @Test
    void aPersonMayAskAboutAKeyAndIsNamedByItsId() {
        fixture.joinPerson(person, fixture.group("acme", fixture.role("acme", "checks:perform")));
        ApiKeyText key = fixture.key(fixture.user("acme", fixture.role("acme", "things:view")));
        PresentedKey shown = new PresentedKey.Token(token(ISSUED, ISSUED.plusSeconds(300)));
        Decision decision =
                (Decision)
                        gate.check(
                                new BehalfCheck(
                                        shown,
                                        Checks.from("192.0.2.9"),
                                        new PresentedKey.WellFormed(key),
                                        Checks.asked("things:view"),
                                        Checks.from("192.0.2.10")));
        assertThat(decision.reason()).isNull();
        assertThat(fixture.use(decision.recordId()).callerKeyId()).isEqualTo(person.toString());
    }

    private Decision ask(String workspace, String permission) {
        return askWith(token(ISSUED, ISSUED.plusSeconds(300)), workspace, permission);
    }

    private Decision askWith(PersonToken token, String workspace) {
        return askWith(token, workspace, "things:view");
    }

    private static Decision askWith(PersonToken token, String workspace, String permission) {
        return gate.check(
                new DirectCheck(
                        new PresentedKey.Token(token),
                        new Asked.ForPermission(
                                new Permission(permission), workspace, "GET", "/things", null),
                        Checks.from("192.0.2.9")));
    }

    private PersonToken token(Instant issuedAt, Instant expiresAt) {
        return new PersonToken(identity, "Ada Osei", List.of(), issuedAt, expiresAt);
    }
}
