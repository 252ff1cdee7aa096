package io.keyledger.query.apikey;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keys of a workspace: old ones, idle ones, and those about to expire. */
@RestController
@Tag(name = "API keys")
class KeysController {

    private final KeyList keys;
    private final Workspaces workspaces;

    KeysController(KeyList keys, Workspaces workspaces) {
        this.keys = keys;
        this.workspaces = workspaces;
    }

    @GetMapping("/api/v1/workspaces/{ws}/keys")
    @Requires("api-keys:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "List the keys of a workspace: old ones, idle ones, those about to expire")
    Page<ListedKey> ofWorkspace(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String unusedSince,
            @RequestParam(required = false) @Nullable String olderThanDays,
            @RequestParam(required = false) @Nullable String expiresBefore,
            @RequestParam(required = false) @Nullable String nearExpiryDays,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        KeyFilter filter =
                new KeyFilter.Raw(
                                user,
                                status,
                                unusedSince,
                                olderThanDays,
                                expiresBefore,
                                nearExpiryDays)
                        .read();
        return keys.of(ws, filter, PageRequest.of(limit, cursor, 1, "keys", ws, filter));
    }
}
