package io.keyledger.query.deadletter;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.sql.SQLException;

/** Parked entries over HTTP, for operators. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Dead letters")
class DeadLetterController {

    private final Projections projections;
    private final ListDeadLetters letters;
    private final RetryStream retries;
    private final SkipEntry skips;

    DeadLetterController(
            Projections projections,
            ListDeadLetters letters,
            RetryStream retries,
            SkipEntry skips) {
        this.projections = projections;
        this.letters = letters;
        this.retries = retries;
        this.skips = skips;
    }

    @GetMapping
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "List the entries that views could not apply")
    Page<DeadLetterView> list(
            @ParameterObject DeadLetterQuery query,
            @ParameterObject DeadLetterSortQuery sort,
            @ParameterObject PageQuery page) {
        DeadLetterFilter filter = query.read();
        ListOrder order = ListDeadLetters.SORTS.read(sort.sort());
        return letters.list(filter, order, page.of(order, "dead-letters", filter));
    }

    @GetMapping("/count")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "How many entries views could not apply, up to 10,000")
    CountView count(@ParameterObject DeadLetterQuery query) {
        return letters.count(query.read());
    }

    /** Applies the parked entries of that entry's stream again, from the stream's first. */
    @PostMapping("/{view}/{position}:retry")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "Apply the parked entries of an entry's stream again")
    RetryOutcome retry(@PathVariable String view, @PathVariable long position) throws SQLException {
        return retries.retry(projection(view), letter(view, position).stream());
    }

    /** Skips the entry and applies those behind it. */
    @PostMapping("/{view}/{position}:skip")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "Skip an entry and apply those behind it")
    RetryOutcome skip(@PathVariable String view, @PathVariable long position, Caller caller)
            throws SQLException {
        Projection projection = projection(view);
        DeadLetterView letter = letter(view, position);
        skips.skip(letter, caller.id().toString());
        return retries.retry(projection, letter.stream());
    }

    private Projection projection(String view) {
        return projections.named(view).orElseThrow(DeadLetterController::unknown);
    }

    private DeadLetterView letter(String view, long position) {
        return letters.at(view, position).orElseThrow(DeadLetterController::unknown);
    }

    private static ApiProblem unknown() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND, "unknown-dead-letter", "No such entry is parked.");
    }
}
