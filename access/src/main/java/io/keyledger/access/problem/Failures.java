package io.keyledger.access.problem;

import io.keyledger.access.check.NotRecorded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller is told of a failure; what is ours goes into the log, too. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * The problem.
     *
     * @param method of the request that failed
     */
    public static ApiProblem problemOf(Exception failure, String method) {
        ApiProblem problem =
                switch (failure) {
                    case ApiProblem known -> known;
                    case NotRecorded notRecorded -> Problems.notRecorded(notRecorded);
                    default -> RequestFaults.problemOf(failure).orElseGet(Problems::internal);
                };
        if (problem.status().is5xxServerError() && !(failure instanceof NotRecorded)) {
            LOG.error("{} failed", method, Redacted.copyOf(failure));
        }
        return problem;
    }
}
