package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.Map;

/** Workspaces. */
@HttpExchange("/api/v1")
public interface Workspaces {

    /**
     * A workspace to be created; the slug is of lower-case letters, digits and hyphens, 2 to 40.
     */
    record NewWorkspace(String slug, String name) {}

    /** A new name. */
    record WorkspaceEdit(String name) {}

    /** A workspace as it is now. */
    record Workspace(String slug, String name, long version, Instant createdAt) {}

    @PostExchange("/workspaces")
    Workspace create(@RequestBody NewWorkspace workspace);

    @PatchExchange("/workspaces/{ws}")
    Changed edit(@PathVariable String ws, @RequestBody WorkspaceEdit edit);

    @GetExchange("/workspaces/{ws}")
    Workspace get(@PathVariable String ws);

    @GetExchange("/workspaces")
    Page<Workspace> list(@RequestParam(required = false) @Nullable String cursor);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange("/workspaces")
    Page<Workspace> find(@RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/workspaces:count")
    Count count(@RequestParam Map<String, String> filters);
}
