package io.keyledger.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryFiltersTest extends SharedViews {

    @Override
    void given() {
        People.arrive(ledger);
        ledger.events("other", new WorkspaceCreated("other", "Other"));
    }

    @ParameterizedTest
    @CsvSource({
        "q=IMPORT, importer",
        "username=IMPORTER, importer",
        "username=import, ''",
        "username=gone, ''",
        "username=gone&status=deleted, gone",
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
        var answer = api.read(ACME + "/service-users?" + filter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
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
        var answer = api.read("/api/v1/workspaces/other" + path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo(code);
    }
}
