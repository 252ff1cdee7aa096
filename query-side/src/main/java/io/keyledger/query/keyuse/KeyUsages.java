package io.keyledger.query.keyuse;

import io.keyledger.query.bundle.Layout;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** Reads how keys were used. */
@Component
public class KeyUsages {

    /** For a query of keys {@code k}: the bundle {@code b} of each, if it has one. */
    public static final String JOIN =
            """
            LEFT JOIN views.key_use_size_v1 z ON z.workspace = k.workspace
            LEFT JOIN views.key_use_bundle_v1 b ON b.workspace = k.workspace
                  AND b.bundle = views.key_place(k.id) & (1 << z.bits) - 1
            """;

    /** When the key {@code k} of such a query was used last, as {@link #MICROS} says it. */
    public static final String LAST_USED = "b.used[array_position(b.keys, k.id)]";

    /** A time as rows have it. */
    public static final String MICROS = "(extract(epoch FROM %s::timestamptz) * 1000000)::bigint";

    private static final String BUNDLES =
            """
            SELECT b.* FROM views.key_use_bundle_v1 b
             WHERE (b.workspace, b.bundle) IN
                   (SELECT z.workspace, views.key_place(k.id) & (1 << z.bits) - 1
                      FROM unnest(:workspaces::text[], :keys::text[]) AS k (workspace, id)
                      JOIN views.key_use_size_v1 z ON z.workspace = k.workspace)
            """;

    private static final Layout<String, Usage> LAYOUT = UsageLayout.in(table -> "views." + table);

    private final JdbcClient jdbc;

    public KeyUsages(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A key and the workspace it is of. */
    public record Key(String workspace, String id) {}

    /** By id, of those of the keys that were ever shown; others may come with them. */
    public Map<String, Usage> of(List<Key> keys) {
        Map<String, Usage> known = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(BUNDLES)
                    .param("workspaces", keys.stream().map(Key::workspace).toArray(String[]::new))
                    .param("keys", keys.stream().map(Key::id).toArray(String[]::new))
                    .query((row, _) -> LAYOUT.read(row))
                    .list()
                    .forEach(bundle -> known.putAll(bundle.byKey()));
        }
        return known;
    }
}
