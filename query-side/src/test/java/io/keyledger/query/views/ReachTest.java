package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ADA;
import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.OFFICE;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.record.RecordMetadata;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom a change of a group, role or policy reaches. */
class ReachTest extends FreshViews {

    private static final UUID BOB = id(32);

    @BeforeEach
    void given() throws Exception {
        People.arrive(ledger);
        tell(
                key(IMPORTER, 2, null),
                key(id(10), 3, null),
                key(id(10), 4, Instant.EPOCH),
                user(id(20), "disabled"),
                new GroupAssigned(id(20), ANALYSTS),
                key(id(20), 5, null),
                new ServiceUserDisabled(id(20)),
                new ServiceUserCreated(
                        id(21),
                        new ServiceUserDetails("expired", "", null, Map.of(), Instant.EPOCH)),
                new GroupAssigned(id(21), ANALYSTS));
        ledger.events("other", new WorkspaceCreated("other", "Other"));
        views.project();
    }

    @Test
    void aGroupReachesThoseOfItsMembersThatAreEnabledAndTheirUsableKeys() throws Exception {
        assertThat(reach("/groups/" + ANALYSTS)).isEqualTo("2 users, 3 keys");
        tell(new ApiKeyDisabled(IMPORTER, Company.KEY));
        assertThat(reach("/groups/" + ANALYSTS)).isEqualTo("2 users, 2 keys");
    }

    @Test
    void aRoleReachesByItselfByGroupsAndByPoliciesThatGrantIt() throws Exception {
        assertThat(reach("/roles/" + WRITER)).isEqualTo("1 users, 2 keys");
        assertThat(reach("/roles/" + Company.READER)).isEqualTo("2 users, 3 keys");
        tell(policy(), new SecurityPolicyAttached(id(11), OFFICE));
        assertThat(reach("/roles/" + WRITER)).isEqualTo("1 users, 2 keys");
        tell(new SecurityPolicyEnabled(OFFICE, PolicyState.DISABLED));
        assertThat(reach("/roles/" + WRITER)).isEqualTo("2 users, 2 keys");
        tell(new SecurityPolicyAttachedToGroup(ANALYSTS, OFFICE));
        assertThat(reach("/roles/" + WRITER)).isEqualTo("3 users, 3 keys");
        tell(new SecurityPolicyMonitored(OFFICE, PolicyState.ENABLED));
        assertThat(reach("/roles/" + WRITER)).isEqualTo("1 users, 2 keys");
    }

    @Test
    void aPolicyReachesWhateverItsState() throws Exception {
        tell(policy());
        assertThat(reach("/policies/" + OFFICE)).isEqualTo("0 users, 0 keys");
        tell(new SecurityPolicyAttached(IMPORTER, OFFICE));
        assertThat(reach("/policies/" + OFFICE)).isEqualTo("1 users, 2 keys");
        tell(new SecurityPolicyAttachedToGroup(ANALYSTS, OFFICE));
        assertThat(reach("/policies/" + OFFICE)).isEqualTo("2 users, 3 keys");
    }

    @Test
    void peopleAreCountedAmongThoseReachedAndTheFirstOfBothAreNamed() throws Exception {
        RecordMetadata administrator = ledger.metadata();
        signsIn(ADA, "Ada Osei", ANALYSTS);
        signsIn(BOB, "Bob Brown", ANALYSTS);
        ledger.by(administrator);
        tell(policy(), new SecurityPolicyAttachedToGroup(ANALYSTS, OFFICE));
        assertThat(people("/groups/" + ANALYSTS)).isEqualTo("2 Ada Osei, Bob Brown");
        assertThat(people("/roles/" + Company.READER)).isEqualTo("2 Ada Osei, Bob Brown");
        assertThat(people("/policies/" + OFFICE)).isEqualTo("2 Ada Osei, Bob Brown");
        assertThat(people("/roles/" + WRITER)).isEqualTo("0 ");
        tell(new SecurityPolicyEnabled(OFFICE, PolicyState.DISABLED));
        assertThat(people("/roles/" + WRITER)).isEqualTo("2 Ada Osei, Bob Brown");
        ledger.events("system", new PersonDisabled(ADA));
        tell(new PersonGroupUnassigned(BOB, "acme", ANALYSTS));
        assertThat(people("/groups/" + ANALYSTS)).isEqualTo("0 ");
        JsonNode body = api.read(ACME + "/groups/" + ANALYSTS + "/reach").body();
        assertThat(texts(body.get("firstServiceUsers"), "name"))
                .containsExactly("exporter", "importer");
        for (int i = 0; i < 6; i++) {
            signsIn(id(50 + i), "Person " + i, ANALYSTS);
        }
        ledger.by(administrator);
        views.project();
        assertThat(people("/groups/" + ANALYSTS))
                .isEqualTo("6 Person 0, Person 1, Person 2, Person 3, Person 4");
    }

    @Test
    void whatIsNotThereReachesNobody() throws Exception {
        for (String path : List.of("/groups/" + OFFICE, "/roles/none", "/policies/" + ANALYSTS)) {
            assertThat(api.read(ACME + path + "/reach").status()).isEqualTo(404);
        }
        assertThat(api.read("/api/v1/workspaces/other/groups/" + ANALYSTS + "/reach").status())
                .isEqualTo(404);
    }

    private void tell(DomainEvent... events) throws Exception {
        ledger.events("acme", events);
        views.project();
    }

    private void signsIn(UUID person, String name, UUID group) throws Exception {
        People.signsIn(ledger, person, name, group);
        views.project();
    }

    private String people(String path) throws Exception {
        JsonNode body = api.read(ACME + path + "/reach").body();
        return body.at("/people/count").asLong()
                + " "
                + String.join(", ", texts(body.get("firstPeople"), "name"));
    }

    private String reach(String path) throws Exception {
        JsonNode body = api.read(ACME + path + "/reach").body();
        assertThat(body.at("/serviceUsers/exact").asBoolean()).isTrue();
        return "%d users, %d keys"
                .formatted(
                        body.at("/serviceUsers/count").asLong(), body.at("/keys/count").asLong());
    }

    private static DomainEvent key(UUID user, int number, @Nullable Instant expiresAt) {
        return new ApiKeyGenerated(
                user,
                Company.KEY.substring(0, Company.KEY.length() - 1) + number,
                "key " + number,
                new SecretHash(1, Company.SECRET_HASH),
                expiresAt);
    }

    private static DomainEvent policy() {
        return new SecurityPolicyCreated(
                OFFICE,
                "office",
                "",
                List.of(new PolicyGrant(WRITER, null)),
                PolicyGuards.NONE,
                false);
    }
}
