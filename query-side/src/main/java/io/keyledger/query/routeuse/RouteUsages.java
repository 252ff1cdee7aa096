package io.keyledger.query.routeuse;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.history.Columns;
import io.keyledger.query.personal.PersonalValues;
import io.keyledger.query.personal.Resolved;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final String OF_ROUTES =
            """
            SELECT route_id AS id, used_at, address FROM views.route_use_v1
             WHERE route_id = ANY (:ids::uuid[])""";

    private static final String OF_APIS =
            """
            SELECT DISTINCT ON (api_id) api_id AS id, used_at, address FROM views.route_use_v1
             WHERE api_id = ANY (:ids::uuid[])
             ORDER BY api_id, used_at DESC, entry DESC""";

    private final JdbcClient jdbc;
    private final PersonalValues personal;

    public RouteUsages(
            @Qualifier("queryDataSource") DataSource dataSource, PersonalValues personal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.personal = personal;
    }

    /**
     * The latest request that was let through.
     *
     * @param address null if there is none on record, or it was erased on request
     * @param erased whether it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LastUseOfRoute(Instant at, @Nullable String address, boolean erased) {}

    /** By id; those that were never used are not there. */
    public Map<UUID, LastUseOfRoute> ofRoutes(Collection<UUID> routes) {
        return read(OF_ROUTES, routes);
    }

    /** By id; those none of whose routes was ever used are not there. */
    public Map<UUID, LastUseOfRoute> ofApis(Collection<UUID> apis) {
        return read(OF_APIS, apis);
    }

    private Map<UUID, LastUseOfRoute> read(String sql, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
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
        return byId;
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
