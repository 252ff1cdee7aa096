package io.keyledger.query.replay;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Replays and how far they are. */
@Component
class Replays {

    private static final String ORDER = " ORDER BY p.id DESC, r.view";

    private final JdbcClient jdbc;

    Replays(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<ReplayView> find(UUID id) {
        List<RebuildRow> rows =
                jdbc.sql(RebuildRow.SELECT + " WHERE p.id = :id" + ORDER)
                        .param("id", id)
                        .query(RebuildRow::read)
                        .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Summary.of(rows));
    }

    /** The latest first, those before the given one if there is one. */
    List<ReplayView> before(@Nullable UUID id, int limit) {
        List<RebuildRow> rows =
                jdbc.sql(
                                RebuildRow.SELECT
                                        + """
                                           WHERE p.id IN (SELECT id FROM query.replay
                                                 WHERE :id::uuid IS NULL OR id < :id
                                                 ORDER BY id DESC LIMIT :limit)
                                          """
                                        + ORDER)
                        .param("id", id)
                        .param("limit", limit)
                        .query(RebuildRow::read)
                        .list();
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                RebuildRow::replay, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Summary::of)
                .toList();
    }
}
