package io.keyledger.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.People.Person;
import io.keyledger.client.api.Policies.Grant;
import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Moment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class AccessRowTest {

    private static final UUID ID = UUID.fromString("01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a61");
    private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "+1, '''+1'",
        "-1, '''-1'",
        "@SUM(A1), '''@SUM(A1)'",
        "a=1, a=1",
    })
    void noCellIsAFormula(String description, String cell) {
        AccessRow row = AccessRow.of(user(description, List.of()), directory(), Moment.NOW);
        assertThat(row.cells().get(4)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void thereAreAsManyCellsAsColumnsWhateverTheKeys(int keys) {
        ApiKey key = new ApiKey("k", "nightly", "enabled", MADE, MADE, null, null, null, 0, 0);
        AccessRow row =
                AccessRow.of(user("", List.of(key, key).subList(0, keys)), directory(), Moment.NOW);
        assertThat(row.cells()).hasSameSizeAs(AccessRow.COLUMNS);
        assertThat(row.cells().stream().filter("never"::equals)).hasSize(keys);
    }

    @Test
    void aPersonIsToldApartByKindAndOwnsByARoleOfAGroup() {
        UUID group = UUID.randomUUID();
        UUID owner = UUID.randomUUID();
        UUID clerk = UUID.randomUUID();
        Directory directory =
                new Directory(
                        List.of(
                                new Group(
                                        group,
                                        "owners",
                                        "",
                                        List.of(owner),
                                        List.of(ID),
                                        false,
                                        0,
                                        0,
                                        0,
                                        1,
                                        MADE)),
                        List.of(
                                role(owner, "*:*", "workspace.ownership:transfer"),
                                role(clerk, "a:b", "workspace.ownership:delete")),
                        List.of(policy(clerk)));
        Person ada =
                new Person(
                        ID,
                        "acme",
                        null,
                        true,
                        "https://login",
                        "=8f14",
                        "enabled",
                        List.of(group),
                        MADE,
                        2,
                        MADE,
                        MADE,
                        false);
        List<String> cells = AccessRow.of(ada, directory, Moment.NOW).cells();
        assertThat(cells).hasSameSizeAs(AccessRow.COLUMNS);
        assertThat(cells.getFirst()).isEqualTo("person " + ID);
        assertThat(cells).contains("'=8f14", "*:* a:b workspace.ownership:transfer");
        assertThat(cells.subList(19, 21)).containsExactly("person", MADE.toString());
        AccessRow user = AccessRow.of(user("", List.of()), directory, Moment.NOW);
        assertThat(user.cells().subList(19, 21)).containsExactly("service user", "");
    }

    @Test
    void whatTheReviewerMayNotSeeIsToldByItsIdAndNoPermissionOfItIs() {
        UUID group = UUID.randomUUID();
        Directory unseen = new Directory(null, List.of(), List.of());
        AccessRow row = AccessRow.of(user("", List.of(), group), unseen, Moment.NOW);
        assertThat(row.permissions()).isNull();
        assertThat(row.cells().get(7)).isEqualTo(group.toString());
        assertThat(row.cells().get(10)).isEqualTo("not told");
    }

    private static Directory directory() {
        return new Directory(List.of(), List.of(), List.of());
    }

    private static Role role(UUID id, String... permissions) {
        return new Role(id, "role", "", List.of(permissions), false, 1, MADE);
    }

    private static Policy policy(UUID role) {
        return new Policy(
                ID,
                "office",
                "",
                "enabled",
                false,
                List.of(new Grant(role, null)),
                Guards.NONE,
                1,
                MADE);
    }

    private static ServiceUser user(String description, List<ApiKey> keys, UUID... groups) {
        return new ServiceUser(
                ID,
                "acme",
                "importer",
                description,
                null,
                Map.of(),
                "enabled",
                null,
                false,
                List.of(groups),
                List.of(),
                List.of(),
                keys,
                1,
                MADE,
                MADE,
                false);
    }
}
