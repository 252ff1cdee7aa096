package io.keyledger.console.bulk;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;

import org.springframework.web.client.ResourceAccessException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Takes a step with one after the other, each on the version that was looked at. Refusing one
 * leaves the others as they are; whoever is not answered at all is not asked on.
 */
record BulkRun(KeyledgerClient client, BiConsumer<KeyledgerClient, UUID> step) {

    private static final Set<Integer> OF_THIS_ONE = Set.of(400, 403, 404, 409, 412, 422);
    private static final int PRECONDITION_FAILED = 412;

    /**
     * What came of it for one.
     *
     * @param chosen to choose it again
     * @param done whether it is so now
     */
    record Outcome(UUID id, String name, String chosen, boolean done, String text) {}

    List<Outcome> on(List<Chosen> all, Map<UUID, String> names) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean answered = true;
        for (Chosen each : all) {
            Result result = answered ? one(each) : Result.NOT_TRIED;
            answered = result.answered();
            outcomes.add(
                    new Outcome(
                            each.id(),
                            names.getOrDefault(each.id(), each.id().toString()),
                            each.text(),
                            result.done(),
                            result.text()));
        }
        return outcomes;
    }

    private record Result(boolean done, boolean answered, String text) {

        static final Result NOT_TRIED =
                new Result(false, false, "not tried, since one before it was not answered");
    }

    private Result one(Chosen each) {
        try {
            step.accept(client.onVersion(each.version()), each.id());
            return new Result(true, true, "done");
        } catch (KeyledgerProblem problem) {
            if (problem.status() == PRECONDITION_FAILED) {
                return new Result(
                        false, true, "somebody has changed it since you looked; look again");
            }
            if (OF_THIS_ONE.contains(problem.status())) {
                return new Result(false, true, problem.detail());
            }
            return new Result(false, false, "not answered: " + problem.detail());
        } catch (ResourceAccessException _) {
            return new Result(
                    false, false, "not answered: whether it was done, its page will show");
        }
    }
}
