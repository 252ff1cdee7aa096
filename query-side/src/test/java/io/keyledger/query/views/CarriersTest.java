package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.OFFICE;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDeleted;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyDetachedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** What groups, policies and roles let do and who has them, now and at a time. */
class CarriersTest extends FreshViews {

    private static final List<DomainEvent> STORY =
            List.of(
                    new WorkspaceCreated("acme", "Acme"),
                    role(READER, "reader", "catalog.*:view"),
                    role(WRITER, "writer", "catalog.assets:manage", "workspace.ownership:delete"),
                    group(ANALYSTS, "analysts"),
                    new RoleAssignedToGroup(ANALYSTS, READER),
                    new SecurityPolicyCreated(
                            OFFICE,
                            "office",
                            "",
                            List.of(new PolicyGrant(WRITER, null)),
                            PolicyGuards.NONE,
                            false),
                    new SecurityPolicyAttachedToGroup(ANALYSTS, OFFICE),
                    user(IMPORTER, "importer"),
                    new GroupAssigned(IMPORTER, ANALYSTS),
                    new SecurityPolicyEnabled(OFFICE, PolicyState.DISABLED),
                    new SecurityPolicyMonitored(OFFICE, PolicyState.ENABLED),
                    new SecurityPolicyDetachedFromGroup(ANALYSTS, OFFICE),
                    new SecurityPolicyDeleted(OFFICE, "office"),
                    new GroupUnassigned(IMPORTER, ANALYSTS),
                    new UserGroupDeleted(ANALYSTS, "analysts"));

    @BeforeEach
    void tell() throws Exception {
        ledger.events("acme", STORY.toArray(DomainEvent[]::new));
        views.project();
    }

    @Test
    void aGroupLetsDoWhatItsRolesHoldAndItsEnabledPoliciesGrant() throws Exception {
        String path = "/groups/" + ANALYSTS + "/permissions";
        assertThat(summary(path, 3)).isEqualTo("not-created");
        assertThat(summary(path, 4)).isEmpty();
        assertThat(summary(path, 9)).isEqualTo("catalog.*:view");
        assertThat(summary(path, 10)).isEqualTo("catalog.*:view catalog.assets:manage");
        assertThat(summary(path, 11)).isEqualTo("catalog.*:view");
        assertThat(summary(path, 15)).isEqualTo("deleted");
        JsonNode enabled = at(path, 10);
        JsonNode why = enabled.get("items").get(1).get("why").get(0);
        assertThat(why.get("group").get("name").asString()).isEqualTo("analysts");
        assertThat(why.get("policy").get("name").asString()).isEqualTo("office");
        assertThat(why.get("role").get("name").asString()).isEqualTo("writer");
        assertThat(enabled.get("policies").get(0).get("state").asString()).isEqualTo("enabled");
        assertThat(at(path, 11).get("policies").get(0).get("state").asString())
                .isEqualTo("monitoring");
        assertThat(at(path, 12).get("policies")).isEmpty();
    }

    @Test
    void aPolicyGrantsWhileItIsEnabled() throws Exception {
        String path = "/policies/" + OFFICE + "/permissions";
        assertThat(summary(path, 6)).isEqualTo("disabled");
        assertThat(summary(path, 10)).isEqualTo("catalog.assets:manage");
        assertThat(summary(path, 11)).isEqualTo("monitoring");
        assertThat(summary(path, 13)).isEqualTo("deleted");
    }

    @Test
    void aRoleHoldsWhatItHoldsButNothingOfOwners() throws Exception {
        String path = "/roles/" + WRITER + "/permissions";
        assertThat(summary(path, 1)).isEqualTo("not-created");
        assertThat(summary(path, 15)).isEqualTo("catalog.assets:manage");
    }

    @Test
    void aRoleTellsThePoliciesThatGrantIt() throws Exception {
        ledger.events(
                "acme",
                new SecurityPolicyCreated(
                        id(30),
                        "remote",
                        "",
                        List.of(new PolicyGrant(WRITER, null), new PolicyGrant(READER, null)),
                        PolicyGuards.NONE,
                        false));
        views.project();
        JsonNode policies = api.read(ACME + "/roles/" + WRITER).body().get("policies");
        assertThat(texts(policies, "name")).containsExactly("remote");
    }

    @Test
    void membersOfThenAreThoseOfThenAlsoOfWhatIsDeleted() throws Exception {
        String members = "/groups/" + ANALYSTS + "/members";
        assertThat(at(members, 8).get("items")).isEmpty();
        assertThat(texts(at(members, 9).get("items"), "username")).containsExactly("importer");
        assertThat(at(members, 14).get("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups/%s/members",
                "roles/%s/service-users",
                "policies/%s/service-users",
                "groups/%s/permissions",
                "roles/%s/permissions",
                "policies/%s/permissions"
            })
    void whatWasNeverThereIsUnknownAndATimeToComeIsRefused(String form) throws Exception {
        assertThat(api.read(ACME + "/" + form.formatted(id(99))).status()).isEqualTo(404);
        assertThat(api.read(ACME + "/" + form.formatted("x")).status()).isEqualTo(404);
        String there =
                form.formatted(
                        switch (form.charAt(0)) {
                            case 'g' -> ANALYSTS;
                            case 'r' -> READER;
                            default -> OFFICE;
                        });
        assertThat(api.read(ACME + "/" + there).status()).isEqualTo(200);
        assertThat(api.read("/api/v1/workspaces/umbrella/" + there).status()).isEqualTo(404);
        var future = api.read(ACME + "/" + there + "?at=2999-01-01T00:00:00Z");
        assertThat(future.status()).isEqualTo(400);
        assertThat(future.body().get("field").asString()).isEqualTo("at");
    }

    private String summary(String path, long position) throws Exception {
        JsonNode answer = at(path, position);
        return answer.has("inactive")
                ? answer.get("inactive").asString()
                : String.join(" ", texts(answer.get("items"), "permission"));
    }

    private JsonNode at(String path, long position) throws Exception {
        String time = LedgerFixture.timeOf(position).plusSeconds(30).toString();
        return api.read(ACME + path + "?at=" + time).body();
    }
}
