package io.keyledger.query.workspace;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Caller;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.SortedSet;

/** Finds workspaces. */
@Component
public class Workspaces {

    private final CurrentWorkspaces rows;

    Workspaces(CurrentWorkspaces rows) {
        this.rows = rows;
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

    /** By slug; with {@code only}, no other than those. */
    Page<WorkspaceView> list(@Nullable SortedSet<String> only, PageRequest request) {
        String after = request.isFirst() ? "" : request.after().getFirst();
        List<WorkspaceView> found =
                (only == null ? all(after, request.fetch()) : some(only, after, request.fetch()))
                        .stream().map(CurrentWorkspace::view).toList();
        return Page.of(found, request, row -> new String[] {row.slug()});
    }

    private List<CurrentWorkspace> all(String after, int fetch) {
        return rows.findBySlugGreaterThanOrderBySlug(after, Limit.of(fetch));
    }

    private List<CurrentWorkspace> some(SortedSet<String> slugs, String after, int fetch) {
        return slugs.stream()
                .filter(slug -> slug.compareTo(after) > 0)
                .flatMap(slug -> rows.findBySlug(slug).stream())
                .limit(fetch)
                .toList();
    }
}
