package io.keyledger.console.role;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Permissions.Known;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a line of a role's permissions covers of what is known in the workspace.
 *
 * @param more whether there is more of it
 * @param fault why the line is no permission, if so
 */
record Covered(String line, List<Known> known, boolean more, @Nullable String fault) {

    private static final int BAD_REQUEST = 400;

    static Covered of(KeyledgerClient client, String ws, String line) {
        try {
            Page<Known> page = client.permissions().known(ws, line, null);
            return new Covered(line, page.items(), page.nextCursor() != null, null);
        } catch (KeyledgerProblem problem) {
            if (problem.status() != BAD_REQUEST) {
                throw problem;
            }
            return new Covered(line, List.of(), false, problem.detail());
        }
    }
}
