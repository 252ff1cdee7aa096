package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DirectoryTest extends FreshViews {

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
        People.arrive(ledger);
        views.project();
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
        People.arrive(ledger);
        views.project();
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

    @Test
    void aCursorOfOneFilterFitsNoOther() throws Exception {
        People.arrive(ledger);
        views.project();
        String cursor =
                api.read(ACME + "/service-users?limit=1").body().get("nextCursor").asString();
        assertThat(api.read(ACME + "/service-users?limit=1&cursor=" + cursor).status())
                .isEqualTo(200);
        assertThat(api.read(ACME + "/service-users?q=i&limit=1&cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @Test
    void pagesNeitherRepeatNorHideWhileRowsArrive() throws Exception {
        People.arrive(ledger);
        views.project();
        var first = api.read(ACME + "/service-users?limit=2").body();
        ledger.events("acme", user(id(20), "aardvark"), user(id(21), "zebra"));
        views.project();
        String cursor = first.get("nextCursor").asString();
        var second = api.read(ACME + "/service-users?limit=2&cursor=" + cursor).body();
        assertThat(texts(first.get("items"), "username")).containsExactly("exporter", "idle");
        assertThat(texts(second.get("items"), "username")).containsExactly("importer", "zebra");
    }

    @Test
    void callersSeeTheirOwnWorkspaceAndThoseOfSystemAll() throws Exception {
        People.arrive(ledger);
        views.project();
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
        People.arrive(ledger);
        views.project();
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
}
