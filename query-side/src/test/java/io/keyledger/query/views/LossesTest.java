package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ADA;
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

import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.AttributeCondition;
import io.keyledger.shared.policy.AttributeCondition.Operator;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.ResourceScope;
import io.keyledger.shared.policy.ResourceScope.Match;
import io.keyledger.shared.record.RecordMetadata;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What an edit would take in effect: importer and exporter read as analysts, importer writes, too;
 * the person is an analyst.
 */
class LossesTest extends FreshViews {

    private static final UUID AUDITORS = id(60);
    private static final UUID EVERYTHING = id(61);
    private static final UUID EXPORTER = id(10);
    private static final ResourceScope TESTS = stage("test");

    @BeforeEach
    void given() throws Exception {
        People.arrive(ledger);
        RecordMetadata administrator = ledger.metadata();
        People.signsIn(ledger, ADA, "Ada Osei", ANALYSTS);
        ledger.by(administrator);
        tell(role(EVERYTHING, "everything", "*:view"), group(AUDITORS, "auditors"));
    }

    @Test
    void whatNobodyHasByAnythingElseIsLostToAll() throws Exception {
        assertThat(ofGroup("{\"roles\":[]}")).containsExactly("catalog.*:view lost 2+1 kept 0+0");
        assertThat(ofRole(READER, "{\"permissions\":[]}"))
                .containsExactly("catalog.*:view lost 2+1 kept 0+0");
    }

    @Test
    void whoHasItByAnotherRoleGroupOrWildcardKeepsIt() throws Exception {
        tell(new RoleAssigned(IMPORTER, EVERYTHING));
        assertThat(ofGroup("{\"roles\":[]}")).containsExactly("catalog.*:view lost 1+1 kept 1+0");
        assertThat(ofRole(READER, "{\"permissions\":[]}"))
                .containsExactly("catalog.*:view lost 1+1 kept 1+0");
        tell(new RoleAssignedToGroup(AUDITORS, READER), new GroupAssigned(EXPORTER, AUDITORS));
        assertThat(ofGroup("{\"roles\":[]}")).containsExactly("catalog.*:view lost 0+1 kept 2+0");
        assertThat(ofRole(READER, "{\"permissions\":[]}"))
                .containsExactly("catalog.*:view lost 1+1 kept 1+0");
    }

    @Test
    void aPartOfWhatIsLostIsNotAllOfIt() throws Exception {
        UUID some = id(62);
        tell(role(some, "some", "catalog.assets:view"), new RoleAssigned(EXPORTER, some));
        assertThat(ofGroup("{\"roles\":[]}")).containsExactly("catalog.*:view lost 2+1 kept 0+0");
    }

    @Test
    void whatTheThingItselfGivesStillIsNotGone() throws Exception {
        assertThat(ofRole(READER, "{\"permissions\":[\"catalog.*:*\"]}")).isEmpty();
        assertThat(ofRole(READER, "{}")).isEmpty();
        assertThat(ofGroup("{\"roles\":[\"%s\"]}".formatted(EVERYTHING))).isEmpty();
        assertThat(ofGroup("{\"policies\":[]}")).isEmpty();
        assertThat(ofRole(READER, "{\"permissions\":[\"catalog.assets:view\"]}"))
                .containsExactly("catalog.*:view lost 2+1 kept 0+0");
    }

    @Test
    void whatIsReservedToOwnersIsLostToPeopleAlone() throws Exception {
        tell(new RoleAssignedToGroup(ANALYSTS, WRITER));
        assertThat(ofRole(WRITER, "{\"permissions\":[]}"))
                .containsExactly(
                        "catalog.assets:* lost 2+1 kept 0+0",
                        "workspace.ownership:delete lost 0+1 kept 0+0");
        UUID owners = id(63);
        tell(role(owners, "owners", "*:*", "workspace.ownership:delete"));
        tell(new RoleAssignedToGroup(ANALYSTS, owners));
        assertThat(ofRole(WRITER, "{\"permissions\":[]}"))
                .containsExactly(
                        "catalog.assets:* lost 0+0 kept 2+1",
                        "workspace.ownership:delete lost 0+0 kept 0+1");
    }

    @Test
    void aPolicyTakesWhatItGrantsWhenItDoesNotAnyMore() throws Exception {
        tell(policy(OFFICE, null), new SecurityPolicyAttached(EXPORTER, OFFICE));
        assertThat(ofPolicy("{\"state\":\"disabled\"}")).isEmpty();
        tell(new SecurityPolicyEnabled(OFFICE, PolicyState.DISABLED));
        assertThat(ofPolicy("{\"state\":\"monitoring\"}"))
                .containsExactly("catalog.assets:* lost 1+0 kept 0+0");
        assertThat(ofPolicy("{\"grants\":[]}"))
                .containsExactly("catalog.assets:* lost 1+0 kept 0+0");
        assertThat(ofPolicy("{\"grants\":[{\"role\":\"%s\"}]}".formatted(WRITER))).isEmpty();
        tell(new RoleAssigned(EXPORTER, WRITER));
        assertThat(ofPolicy("{\"state\":\"disabled\"}"))
                .containsExactly("catalog.assets:* lost 0+0 kept 1+0");
        assertThat(ofRole(WRITER, "{\"permissions\":[]}"))
                .contains("catalog.assets:* lost 2+0 kept 0+0");
        tell(new SecurityPolicyMonitored(OFFICE, PolicyState.ENABLED));
        assertThat(ofPolicy("{\"state\":\"disabled\"}")).isEmpty();
    }

    @Test
    void aGrantForSomeResourcesKeepsWhatWasForThoseAlone() throws Exception {
        UUID other = id(64);
        tell(
                policy(OFFICE, TESTS),
                policy(other, TESTS),
                new SecurityPolicyAttached(EXPORTER, OFFICE),
                new SecurityPolicyAttached(EXPORTER, other),
                new SecurityPolicyEnabled(OFFICE, PolicyState.DISABLED));
        assertThat(ofPolicy("{\"grants\":[]}"))
                .containsExactly("catalog.assets:* of some lost 1+0 kept 0+0");
        String wider = "{\"grants\":[{\"role\":\"%s\"}]}".formatted(WRITER);
        assertThat(ofPolicy(wider)).isEmpty();
        tell(new SecurityPolicyEnabled(other, PolicyState.DISABLED));
        assertThat(ofPolicy("{\"grants\":[]}"))
                .containsExactly("catalog.assets:* of some lost 0+0 kept 1+0");
        assertThat(ofPolicy(grants(WRITER, "test"))).isEmpty();
        assertThat(ofPolicy(grants(WRITER, "dev")))
                .containsExactly("catalog.assets:* of some lost 0+0 kept 1+0");
    }

    @Test
    void noMoreThanAThousandAreLookedAtAndThatIsSaid() throws Exception {
        List<DomainEvent> many = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            many.add(user(id(1_000 + i), "zz" + i));
            many.add(new GroupAssigned(id(1_000 + i), ANALYSTS));
        }
        tell(many.toArray(DomainEvent[]::new));
        JsonNode body = api.ask(ACME + "/groups/" + ANALYSTS + "/losses", "{\"roles\":[]}").body();
        assertThat(body.at("/serviceUsers/count").asLong()).isEqualTo(1_000);
        assertThat(body.at("/serviceUsers/exact").asBoolean()).isFalse();
        assertThat(body.at("/people/count").asLong()).isEqualTo(1);
        assertThat(body.at("/people/exact").asBoolean()).isTrue();
        assertThat(body.at("/permissions/0/lost/serviceUsers").asLong()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/roles/R | {\"permissions\":[\"No Permission\"]} | permissions[0]",
                "/roles/R | {\"permissions\":[\"a:b\",null]} | permissions[1]",
                "/groups/G | {\"roles\":[null]} | roles[0]",
                "/policies/P | {\"state\":\"on\"} | state",
                "/policies/P | {\"grants\":[{}]} | grants[0].role",
                "/policies/P | {\"grants\":[null]} | grants[0]",
            })
    void whatIsNoEditIsRefused(String path, String edit, String field) throws Exception {
        tell(policy(OFFICE, null));
        String of =
                path.replace("R", READER.toString())
                        .replace("G", ANALYSTS.toString())
                        .replace("P", OFFICE.toString());
        var answer = api.ask(ACME + of + "/losses", edit);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    @Test
    void whatIsOfAnotherWorkspaceIsUnknown() throws Exception {
        ledger.events(
                "other", new WorkspaceCreated("other", "Other"), role(id(70), "theirs", "a:b"));
        views.project();
        for (String path :
                List.of("/groups/" + id(70), "/roles/" + id(71), "/policies/" + id(72))) {
            assertThat(api.ask(ACME + path + "/losses", "{}").status()).isEqualTo(404);
        }
        String theirs = "{\"roles\":[\"%s\"]}".formatted(id(70));
        assertThat(api.ask(ACME + "/groups/" + ANALYSTS + "/losses", theirs).status())
                .isEqualTo(404);
    }

    private List<String> ofGroup(String edit) throws Exception {
        return losses("/groups/" + ANALYSTS, edit);
    }

    private List<String> ofRole(UUID role, String edit) throws Exception {
        return losses("/roles/" + role, edit);
    }

    private List<String> ofPolicy(String edit) throws Exception {
        return losses("/policies/" + OFFICE, edit);
    }

    private List<String> losses(String path, String edit) throws Exception {
        var answer = api.ask(ACME + path + "/losses", edit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .get("permissions")
                .valueStream()
                .map(
                        each ->
                                "%s%s lost %s kept %s"
                                        .formatted(
                                                each.get("permission").asString(),
                                                each.has("resources") ? " of some" : "",
                                                heads(each.get("lost")),
                                                heads(each.get("kept"))))
                .toList();
    }

    private static String heads(JsonNode heads) {
        return heads.get("serviceUsers").asLong() + "+" + heads.get("people").asLong();
    }

    private void tell(DomainEvent... events) throws Exception {
        ledger.events("acme", events);
        views.project();
    }

    private static DomainEvent policy(UUID id, @Nullable ResourceScope resources) {
        return new SecurityPolicyCreated(
                id,
                "policy " + id,
                "",
                List.of(new PolicyGrant(WRITER, resources)),
                PolicyGuards.NONE,
                false);
    }

    private static ResourceScope stage(String value) {
        return new ResourceScope(
                Match.ALL,
                List.of(new AttributeCondition("stage", Operator.EQUALS, List.of(value))));
    }

    private static String grants(UUID role, String stage) {
        return """
        {"grants":[{"role":"%s","resources":{"match":"all","conditions":[
         {"attribute":"stage","operator":"=","values":["%s"]}]}}]}"""
                .formatted(role, stage);
    }
}
