package io.keyledger.standalone.walk;

import io.keyledger.standalone.journey.Answer;

import java.util.Optional;
import java.util.Set;

/** A request and how it was answered. */
record Sent(Draft draft, Answer answer) {

    /** What every request may be refused with, though its operation does not say so. */
    private static final Set<Integer> ANYWHERE = Set.of(404, 405, 406, 413, 415);

    boolean isAccepted() {
        return answer.status() < 300;
    }

    /** Whether it must have written something: it made something, now and for the first time. */
    boolean created() {
        return answer.status() == 201 && answer.header("Idempotency-Replayed").isEmpty();
    }

    boolean mayWrite() {
        return isAccepted() && !draft.operation.method().equals("GET");
    }

    String correlation() {
        return answer.header("Correlation-Id");
    }

    /** What must not be. */
    Optional<String> fault() {
        int status = answer.status();
        if (status >= 500) {
            return fault("is answered " + status);
        }
        if (status >= 400 && !answer.header("Content-Type").equals("application/problem+json")) {
            return fault("is refused without a problem");
        }
        if (status >= 400 && (answer.text("code").isEmpty() || answer.text("detail").isEmpty())) {
            return fault("is refused without code and detail");
        }
        boolean documented = draft.operation.node().get("responses").has(Integer.toString(status));
        return documented || ANYWHERE.contains(status)
                ? Optional.empty()
                : fault("is answered " + status + ", which the document does not say");
    }

    private Optional<String> fault(String what) {
        return Optional.of(draft + "\n    " + what + ": " + answer.body());
    }
}
