package io.keyledger.command.api;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.id.NameKey;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Finds, in the command's transaction, which API is meant. A route never changes its API. */
@Component
class ApiCatalogue {

    private final JdbcClient jdbc;

    ApiCatalogue(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the API is there and in that workspace. */
    void mustHave(String workspace, UUID api) {
        byIdOrName(workspace, api.toString(), "");
    }

    /** Its id before its name, should one API be named like another's id. */
    UUID find(String workspace, String idOrName) {
        return byIdOrName(workspace, idOrName, NameKey.of(idOrName));
    }

    UUID ofRoute(String workspace, UUID route) {
        return jdbc.sql(
                        "SELECT api_id FROM access.api_route WHERE workspace = :workspace AND id = :id")
                .param("workspace", workspace)
                .param("id", route)
                .query(UUID.class)
                .optional()
                .orElseThrow(
                        () -> new Rejected(RejectionCode.UNKNOWN_ROUTE, "there is no such route"));
    }

    private UUID byIdOrName(String workspace, String id, String nameKey) {
        return jdbc.sql(
                        """
                        SELECT id FROM access.api
                         WHERE workspace = :workspace AND (id::text = :id OR name_key = :nameKey)
                         ORDER BY id::text = :id DESC LIMIT 1
                        """)
                .param("workspace", workspace)
                .param("id", id)
                .param("nameKey", nameKey)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Rejected(RejectionCode.UNKNOWN_API, "there is no such API"));
    }
}
