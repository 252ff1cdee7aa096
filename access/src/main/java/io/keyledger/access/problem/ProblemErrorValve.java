package io.keyledger.access.problem;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Tomcat's last resort, for requests that it refuses by itself: problems instead of HTML. */
final class ProblemErrorValve extends ErrorReportValve {

    private final ProblemWriter writer;

    ProblemErrorValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean unanswered = response.getStatus() >= 400 && response.getContentWritten() == 0;
        if (unanswered && response.setErrorReported()) {
            try {
                writer.write(response.getResponse(), StatusProblems.of(response.getStatus()));
                response.finishResponse();
            } catch (IOException | IllegalStateException _) {
                // The caller is gone, and nobody is left to be told.
            }
        }
    }
}
