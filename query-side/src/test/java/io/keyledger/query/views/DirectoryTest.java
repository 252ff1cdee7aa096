package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DirectoryTest extends ViewsTestBase {

    @Test
    void aRebuildInBatchesOfAnySizeGivesTheSameRows() throws Exception {
        ledger.events("acme", Company.everything().toArray(DomainEvent[]::new));
        views.project();
        assertThat(views.live().get("service_user_v1")).contains("importer");
        assertThat(views.rebuilt(1)).isEqualTo(views.live());
        assertThat(views.rebuilt(3)).isEqualTo(views.live());
    }

    @Test
    void aServiceUserShowsWhatItHasAndTheVersionOfItsStream() throws Exception {
        company();
        var answer = api.read(ACME + "/service-users/" + IMPORTER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.eTag()).isEqualTo("\"3\"");
        assertThat(answer.body().get("username").asString()).isEqualTo("importer");
        assertThat(answer.body().get("status").asString()).isEqualTo("enabled");
        assertThat(answer.body().get("groups").get(0).asString()).isEqualTo(ANALYSTS.toString());
        assertThat(answer.body().get("roles").get(0).asString()).isEqualTo(WRITER.toString());
        assertThat(answer.body().get("keys").get(0).get("keyId").asString()).isEqualTo(KEY);
        assertThat(answer.body().has("parked")).isFalse();
    }

    @Test
    void rolesAndGroupsShowWhoHasThem() throws Exception {
        company();
        var reader = api.read(ACME + "/roles/" + READER).body();
        assertThat(texts(reader.get("groups"), "name")).containsExactly("analysts");
        assertThat(reader.get("serviceUserCount").asInt()).isZero();
        var writer = api.read(ACME + "/roles/" + WRITER).body();
        assertThat(texts(writer.get("serviceUsers"), "username")).containsExactly("importer");
        var group = api.read(ACME + "/groups/" + ANALYSTS).body();
        assertThat(group.get("roles").get(0).asString()).isEqualTo(READER.toString());
        assertThat(group.get("memberCount").asInt()).isEqualTo(2);
        assertThat(texts(allPages(ACME + "/groups/" + ANALYSTS + "/members"), "username"))
                .containsExactly("exporter", "importer");
    }

    @ParameterizedTest
    @CsvSource({
        "q=IMPORT, importer",
        "status=disabled, ''",
        "status=deleted, gone",
        "group=0190b5a0-0000-7000-a000-000000000003, exporter importer",
        "role=0190b5a0-0000-7000-a000-000000000001, exporter importer",
        "role=0190b5a0-0000-7000-a000-000000000002, importer",
        "permission=catalog.assets:view, exporter importer",
        "permission=catalog.assets:manage, importer",
        "permission=catalog:view, ''",
        "permission=workspace.ownership:delete, ''",
        "'', exporter idle importer"
    })
    void filtersFindServiceUsers(String filter, String found) throws Exception {
        company();
        String path = ACME + "/service-users" + (filter.isEmpty() ? "" : "?" + filter);
        assertThat(String.join(" ", texts(allPages(path), "username"))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "status=lost, status",
        "group=7, group",
        "permission=catalog.*:view, permission",
        "unusedSince=yesterday, unusedSince",
        "limit=501, limit",
        "cursor=abc, cursor"
    })
    void badFiltersAreNamed(String filter, String field) throws Exception {
        company();
        var answer = api.read(ACME + "/service-users?" + filter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    @Test
    void aCursorOfOneFilterFitsNoOther() throws Exception {
        company();
        String cursor =
                api.read(ACME + "/service-users?limit=1").body().get("nextCursor").asString();
        assertThat(api.read(ACME + "/service-users?limit=1&cursor=" + cursor).status())
                .isEqualTo(200);
        assertThat(api.read(ACME + "/service-users?q=i&limit=1&cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @Test
    void pagesNeitherRepeatNorHideWhileRowsArrive() throws Exception {
        company();
        var first = api.read(ACME + "/service-users?limit=2").body();
        ledger.events("acme", user(id(20), "aardvark"), user(id(21), "zebra"));
        views.project();
        String cursor = first.get("nextCursor").asString();
        var second = api.read(ACME + "/service-users?limit=2&cursor=" + cursor).body();
        assertThat(texts(first.get("items"), "username")).containsExactly("exporter", "idle");
        assertThat(texts(second.get("items"), "username")).containsExactly("importer", "zebra");
    }

    @ParameterizedTest
    @CsvSource({
        "/service-users/0190b5a0-0000-7000-a000-000000000004, unknown-service-user",
        "/service-users/0190b5a0-0000-7000-a000-000000000004/keys, unknown-service-user",
        "/service-users/0190b5a0-0000-7000-a000-000000000004/permissions, unknown-service-user",
        "/service-users/none, unknown-service-user",
        "/roles/0190b5a0-0000-7000-a000-000000000001, unknown-role",
        "/groups/0190b5a0-0000-7000-a000-000000000003, unknown-group",
        "/groups/0190b5a0-0000-7000-a000-000000000003/members, unknown-group"
    })
    void idsOfAnotherWorkspaceAreUnknown(String path, String code) throws Exception {
        company();
        ledger.events("other", new WorkspaceCreated("other", "Other"));
        views.project();
        var answer = api.read("/api/v1/workspaces/other" + path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo(code);
    }

    @Test
    void callersSeeTheirOwnWorkspaceAndThoseOfSystemAll() throws Exception {
        company();
        ledger.events("other", new WorkspaceCreated("other", "Other"));
        views.project();
        assertThat(texts(api.readFrom("acme", "/api/v1/workspaces").body().get("items"), "slug"))
                .containsExactly("acme");
        assertThat(texts(api.readFrom("system", "/api/v1/workspaces").body().get("items"), "slug"))
                .containsExactly("acme", "other");
        assertThat(api.read("/api/v1/workspaces/nowhere").status()).isEqualTo(404);
        assertThat(api.read("/api/v1/workspaces/nowhere/roles").status()).isEqualTo(404);
    }

    @Test
    void whileAStreamIsParkedItsServiceUserSaysSo() throws Exception {
        company();
        JdbcClient.create(database.query())
                .sql(
                        "INSERT INTO query.dead_letter (view, copy, position, stream, workspace, type, cause, attempts)"
                                + " VALUES ('directory', 'live', 1, ?, 'acme', 'x', 'y', 1)")
                .param(IMPORTER.toString())
                .update();
        String path = ACME + "/service-users/" + IMPORTER;
        assertThat(api.read(path).body().get("parked").asBoolean()).isTrue();
        assertThat(api.read(path + "/permissions").body().get("parked").asBoolean()).isTrue();
    }

    private void company() throws Exception {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(READER, "reader", "catalog.*:view"),
                role(WRITER, "writer", "catalog.assets:*", "workspace.ownership:delete"),
                group(ANALYSTS, "analysts"),
                new RoleAssignedToGroup(ANALYSTS, READER),
                user(IMPORTER, "importer"),
                new GroupAssigned(IMPORTER, ANALYSTS),
                new RoleAssigned(IMPORTER, WRITER),
                new ApiKeyGenerated(
                        IMPORTER, KEY, "nightly", new SecretHash(1, Company.SECRET_HASH), null),
                user(id(10), "exporter"),
                new GroupAssigned(id(10), ANALYSTS),
                user(id(11), "idle"),
                user(id(12), "gone"),
                new ServiceUserDeleted(id(12), "gone"));
        views.project();
    }
}
