package io.keyledger.query.trial;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.sql.SQLException;

/** Decides by the access tables, which are never behind; the view that is waited for has names. */
@RestController
@Tag(name = "Permissions")
class TrialController {

    private final Trials trials;
    private final Steps steps;

    TrialController(Trials trials, Steps steps) {
        this.trials = trials;
        this.steps = steps;
    }

    @GetMapping("/api/v1/workspaces/{ws}/service-users/{id}/trial")
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "What a check of a service user's key would be answered, and every condition;"
                            + " it is no use of the key and takes nothing of a rate limit")
    TrialView get(
            @PathVariable String ws, @PathVariable String id, @ParameterObject TrialQuery query)
            throws SQLException {
        return steps.of(trials.of(ws, id, query));
    }
}
