package io.keyledger.query.apikey;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.AtQuery;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Keys of a workspace: old ones, idle ones, and those about to expire. */
@RestController
@Tag(name = "API keys")
class KeysController {

    private final KeyList keys;
    private final Workspaces workspaces;
    private final DirectoryAt directory;

    KeysController(KeyList keys, Workspaces workspaces, DirectoryAt directory) {
        this.keys = keys;
        this.workspaces = workspaces;
        this.directory = directory;
    }

    @GetMapping({"/api/v1/workspaces/{ws}/keys", "/api/v1/keys"})
    @Requires("api-keys:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(
            summary =
                    "List keys as they were generated, of a workspace or of all; now or at a time")
    Page<ListedKey> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject KeyQuery query,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        KeyFilter filter = query.read();
        PageRequest request = page.of(1, "keys", seen, filter, when.at());
        return keys.of(seen, filter, request, directory.asOf(when));
    }
}
