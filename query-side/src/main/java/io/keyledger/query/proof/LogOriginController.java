package io.keyledger.query.proof;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.merkle.LogOrigins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.sql.SQLException;
import java.util.List;

/** For operators: logs that are stopped go on under another origin. */
@RestController
@Tag(name = "Proofs")
class LogOriginController {

    private static final int LONGEST_REASON = 500;

    private final LogOrigins origins;

    LogOriginController(LogOrigins origins) {
        this.origins = origins;
    }

    /** Those that were started. */
    record StartedOrigins(List<LogOrigins.Started> items) {
        StartedOrigins {
            items = List.copyOf(items);
        }
    }

    @PostMapping("/api/v1/log-origins")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(
            summary =
                    "Have every log that does not go on from what was signed be signed again, under"
                            + " another origin, on record")
    StartedOrigins start(@RequestBody NewLogOrigin request, Caller caller) throws SQLException {
        String reason = request.reason() == null ? "" : request.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ApiProblem.invalid("reason", "reason is a text of 1 to 500 characters");
        }
        if (!origins.canStart()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "no-checkpoints-kept",
                    "this node has no folder of checkpoints; ask one that has");
        }
        List<LogOrigins.Started> started = origins.start(caller.id().toString(), reason);
        if (started.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "no-log-stopped",
                    "no log is stopped for a reason that another origin ends");
        }
        return new StartedOrigins(started);
    }
}
