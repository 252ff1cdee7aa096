package io.keyledger.query.apikey;

import io.keyledger.query.history.Columns;
import io.keyledger.query.keyuse.KeyUsages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A key whose use is still to be looked up. */
record KeyRow(UUID serviceUser, String workspace, ApiKeyView key) {

    /** Of a key's row {@code k}. */
    static final String COLUMNS =
            """
            k.id, k.service_user_id, k.workspace, k.name, k.status, k.created_at,
            k.secret_changed_at, k.overlap_until, k.expires_at
            """;

    static KeyRow read(ResultSet row) throws SQLException {
        return new KeyRow(
                row.getObject("service_user_id", UUID.class),
                row.getString("workspace"),
                new ApiKeyView(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("status"),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "secret_changed_at"),
                        Columns.instantOrNull(row, "overlap_until"),
                        Columns.instantOrNull(row, "expires_at"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    KeyUsages.Key id() {
        return new KeyUsages.Key(workspace, key.keyId());
    }
}
