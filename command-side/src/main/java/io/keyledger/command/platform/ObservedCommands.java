package io.keyledger.command.platform;

import io.keyledger.command.rule.Rejected;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Measures commands by type and outcome, and makes each a part of the trace of its request. What a
 * command holds, and what it failed with, is not observed: it may be nobody's business.
 */
final class ObservedCommands implements Commands {

    private final Commands commands;
    private final ObservationRegistry observations;

    ObservedCommands(Commands commands, ObservationRegistry observations) {
        this.commands = commands;
        this.observations = observations;
    }

    @Override
    public <A> A send(WorkspaceCommand command, CallerInfo caller, Answering<A> answering) {
        String type = command.getClass().getSimpleName();
        Observation observation =
                Observation.createNotStarted("keyledger.command", observations)
                        .contextualName("command " + type)
                        .lowCardinalityKeyValue("command", type)
                        .lowCardinalityKeyValue("outcome", "failed")
                        .start();
        try (Observation.Scope _ = observation.openScope()) {
            A answer = commands.send(command, caller, answering);
            observation.lowCardinalityKeyValue("outcome", "accepted");
            return answer;
        } catch (RuntimeException e) {
            observation.lowCardinalityKeyValue("outcome", outcomeOf(e));
            throw e;
        } finally {
            observation.stop();
        }
    }

    private static String outcomeOf(RuntimeException failure) {
        return switch (failure) {
            case Rejected _ -> "rejected";
            case Conflict _ -> "conflict";
            case Unavailable _ -> "unavailable";
            default -> "failed";
        };
    }
}
