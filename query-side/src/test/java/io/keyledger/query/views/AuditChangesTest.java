package io.keyledger.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.shared.event.DomainEvent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

class AuditChangesTest extends SharedViews {

    private static final String AUDIT = ACME + "/audit";

    @Override
    void given() {
        ledger.events("acme", Company.everything().toArray(DomainEvent[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workspace.WorkspaceRenamed | {\"name\":\"Acme\"} | {\"name\":\"Acme Inc.\"} | Acme Inc.",
                "workspace.PersonalValuesErased | null | {\"personalValuesErased\":2} | Acme Inc.",
                "role.RoleDetailsChanged | {\"description\":\"\"} | {\"description\":\"writes\"} | writer",
                "role.RolePermissionsChanged | {\"permissions\":[\"catalog.assets:manage\"]} | {\"permissions\":[\"catalog.assets:invite\",\"catalog.assets:manage\"]} | writer",
                "role.RoleDeleted | {\"name\":\"writer\",\"permissions\":[\"catalog.assets:invite\",\"catalog.assets:manage\"]} | null | writer",
                "user-group.UserGroupDetailsChanged | {\"name\":\"analysts\"} | {\"name\":\"Analysts\"} | Analysts",
                "user-group.RoleAssignedToGroup | null | {\"role\":\"0190b5a0-0000-7000-a000-000000000001\"} | Analysts",
                "service-user.GroupUnassigned | {\"group\":\"0190b5a0-0000-7000-a000-000000000003\"} | null | importer",
                "service-user.ServiceUserDisabled | {\"status\":\"enabled\"} | {\"status\":\"disabled\"} | importer",
                "service-user.ApiKeyRenamed | {\"name\":\"nightly\"} | {\"name\":\"hourly\"} | hourly",
                "service-user.ApiKeyGenerated | null | {\"name\":\"nightly\",\"expiresAt\":null} | nightly",
                "service-user.ApiKeyDeleted | {\"name\":\"hourly\"} | {\"status\":\"deleted\"} | hourly"
            })
    void aChangeShowsBeforeAndAfterAndTheNameOfThatTime(
            String type, String before, String after, String name) throws Exception {
        JsonNode entry = api.read(AUDIT + "?type=" + type).body().get("items").get(0);
        assertThat(text(entry, "before")).isEqualTo(before);
        assertThat(text(entry, "after")).isEqualTo(after);
        assertThat(entry.get("subject").get("name").asString()).isEqualTo(name);
        assertThat(entry.get("actor").get("name").asString()).isEqualTo("admin");
        JsonNode alone = api.read(AUDIT + "/" + entry.get("id").asString()).body();
        assertThat(alone).isEqualTo(entry);
    }

    private static String text(JsonNode entry, String field) {
        JsonNode value = entry.get(field);
        return value == null ? "null" : value.toString();
    }
}
