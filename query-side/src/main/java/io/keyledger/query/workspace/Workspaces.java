package io.keyledger.query.workspace;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Caller;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.ListedRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.SortKey;
import io.keyledger.query.paging.Sorts;

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

    private static final SortKey SLUG = SortKey.text("slug", "w.slug");

    static final Sorts SORTS =
            new Sorts(
                    "w",
                    List.of(),
                    List.of(SLUG),
                    List.of(
                            SLUG,
                            SortKey.text("name", "lower(w.name) COLLATE \"C\""),
                            SortKey.created("w")));

    private final CurrentWorkspaces rows;
    private final ListedRows<WorkspaceView> listed;

    Workspaces(CurrentWorkspaces rows, @Qualifier("queryDataSource") DataSource dataSource) {
        this.rows = rows;
        this.listed =
                new ListedRows<>(
                        JdbcClient.create(dataSource),
                        "w.*",
                        "views.workspace_v1 w",
                        SORTS,
                        Workspaces::read);
    }

    /**
     * The workspace of that slug.
     *
     * @throws ApiProblem 404 {@code unknown-workspace}
     */
    public WorkspaceView get(String slug) {
        return rows.findBySlug(slug)
                .map(CurrentWorkspace::view)
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-workspace",
                                        "there is no such workspace"));
    }

    /**
     * The workspace that a list is about: the one its path names, else the caller's own; null, for
     * all of them, if that is {@code system}.
     *
     * @throws ApiProblem 404 {@code unknown-workspace}
     */
    public @Nullable String seen(@Nullable String named, Caller caller) {
        return named == null ? caller.onlyWorkspace() : get(named).slug();
    }

    /** Those that the filter lets pass. */
    Page<WorkspaceView> list(WorkspaceFilter filter, ListOrder order, PageRequest request) {
        return listed.list(null, filter.conditions(), order, request, AsOf.NOW);
    }

    CountView count(WorkspaceFilter filter) {
        return listed.count(null, filter.conditions(), AsOf.NOW);
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
