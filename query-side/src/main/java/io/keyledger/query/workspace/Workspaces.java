package io.keyledger.query.workspace;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

/** Finds workspaces. */
@Component
public class Workspaces {

    private static final String SELECT =
            "SELECT slug, name, version, created_at, updated_at FROM views.workspace_v1 WHERE "
                    + Reads.NOW;

    private final JdbcClient jdbc;

    public Workspaces(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The workspace of that slug.
     *
     * @throws ApiProblem 404 {@code unknown-workspace}
     */
    public WorkspaceView get(String slug) {
        return jdbc.sql(SELECT + " AND slug = :slug")
                .param("slug", slug)
                .query(Workspaces::read)
                .optional()
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-workspace",
                                        "there is no such workspace"));
    }

    /** By slug; with {@code only}, no other than that. */
    Page<WorkspaceView> list(@Nullable String only, PageRequest request) {
        List<WorkspaceView> rows =
                jdbc.sql(
                                SELECT
                                        + " AND slug > :after AND (:all OR slug = :only)"
                                        + " ORDER BY slug LIMIT :fetch")
                        .param("after", request.isFirst() ? "" : request.after().getFirst())
                        .param("all", only == null)
                        .param("only", only == null ? "" : only)
                        .param("fetch", request.fetch())
                        .query(Workspaces::read)
                        .list();
        return Page.of(rows, request, row -> new String[] {row.slug()});
    }

    private static WorkspaceView read(ResultSet row, int number) throws SQLException {
        return new WorkspaceView(
                row.getString("slug"),
                row.getString("name"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
