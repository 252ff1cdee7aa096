package io.keyledger.query.routeuse;

import io.keyledger.query.history.Columns;
import io.keyledger.query.personal.PersonalValues;
import io.keyledger.query.personal.Resolved;
import io.keyledger.query.projection.ViewCopy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Reads when routes were last used, and APIs by any of their routes, removed ones among them. */
@Component
public class RouteUsages {

    /** How far the view may be behind and still be asked, as readiness has it by default. */
    private static final Duration BEHIND = Duration.ofSeconds(60);

    private static final String OF_ROUTES =
            """
            SELECT route_id AS id, used_at, address FROM views.route_use_v1
             WHERE route_id = ANY (:ids::uuid[])""";

    private static final String OF_APIS =
            """
            SELECT DISTINCT ON (api_id) api_id AS id, used_at, address FROM views.route_use_v1
             WHERE api_id = ANY (:ids::uuid[])
             ORDER BY api_id, used_at DESC, entry DESC""";

    private static final String COUNTED =
            """
            SELECT EXISTS (
                SELECT FROM query.view_position v
                 WHERE v.view = :view AND v.copy = :live
                   AND NOT EXISTS (
                       SELECT FROM ledger.entry e
                        WHERE e.position = v.position + 1
                          AND e.ledgered_at < clock_timestamp() - :bound * interval '1 ms'))""";

    private final JdbcClient jdbc;
    private final PersonalValues personal;

    public RouteUsages(
            @Qualifier("queryDataSource") DataSource dataSource, PersonalValues personal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.personal = personal;
    }

    public LastUses ofRoutes(Collection<UUID> routes) {
        return read(OF_ROUTES, routes);
    }

    /** Of each API the latest of any of its routes. */
    public LastUses ofApis(Collection<UUID> apis) {
        return read(OF_APIS, apis);
    }

    private LastUses read(String sql, Collection<UUID> ids) {
        if (ids.isEmpty() || !areCounted()) {
            return LastUses.UNKNOWN;
        }
        List<Row> rows =
                jdbc.sql(sql)
                        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                        .query(RouteUsages::row)
                        .list();
        Resolved texts =
                personal.of(
                        rows.stream()
                                .map(Row::address)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        Map<UUID, LastUseOfRoute> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row.told(texts)));
        return new LastUses(true, byId);
    }

    /** A view that has just been begun, by an upgrade, would call everything unused. */
    private boolean areCounted() {
        return jdbc.sql(COUNTED)
                .param("view", RouteUsageProjection.VIEW)
                .param("live", ViewCopy.LIVE.storedName())
                .param("bound", BEHIND.toMillis())
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Columns.instant(row, "used_at"),
                row.getObject("address", Long.class));
    }

    private record Row(UUID id, Instant at, @Nullable Long address) {

        LastUseOfRoute told(Resolved texts) {
            return new LastUseOfRoute(at, texts.text(address), texts.anyErased(address));
        }
    }
}
