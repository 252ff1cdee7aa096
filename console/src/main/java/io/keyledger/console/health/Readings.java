package io.keyledger.console.health;

import io.keyledger.client.api.HealthReports.Gate;
import io.keyledger.client.api.HealthReports.Ledger;
import io.keyledger.client.api.HealthReports.Report;
import io.keyledger.client.api.HealthReports.View;

import java.util.ArrayList;
import java.util.List;

/**
 * A report's figures, in the order in which a fault of one brings about faults of the next.
 *
 * @param causes why the node is not ready, each with what to do
 */
record Readings(
        List<Reading> causes, List<Reading> gate, List<Reading> ledger, List<Reading> views) {

    private static final long FULL = 4_096;
    private static final String GOOD = "good";

    static Readings of(Report report) {
        List<Reading> ledger = new ArrayList<>();
        Ledger known = report.ledger();
        if (known != null) {
            ledger.add(
                    Reading.lag(
                            "Records without a place in the ledger",
                            known.pending(),
                            known.pendingSeconds(),
                            "One query-side node at least must run its sequencer: look for"
                                    + " sequencer-not-running above and in its log."));
            ledger.add(
                    Reading.none(
                            "Records put aside",
                            known.unledgered(),
                            "They cannot have a place; none of our code writes such. The log names"
                                    + " them: find out who wrote them."));
            ledger.add(
                    Reading.none(
                            "Merkle logs that are not signed any more",
                            known.stoppedLogs(),
                            "They do not go on from what was signed, as after a restore. The page"
                                    + " Integrity of each workspace says why; see the operations"
                                    + " manual."));
        }
        return new Readings(
                report.causes().stream()
                        .map(cause -> Reading.bad(cause, "", Causes.advice(cause)))
                        .toList(),
                gate(report.gate()),
                ledger,
                report.views().stream().flatMap(view -> of(view).stream()).toList());
    }

    private static List<Reading> gate(Gate gate) {
        String condition =
                "Look at the disk and the database first: what cannot be recorded is not allowed.";
        return List.of(
                gate.condition().equals(GOOD)
                        ? Reading.good("Recording of key uses", "works", condition)
                        : Reading.bad("Recording of key uses", gate.condition(), condition),
                waiting(gate.waiting()),
                Reading.past(
                        "Checks turned away, for too many waited",
                        gate.overloaded(),
                        "Callers were answered 503. If it goes on growing, send batches"
                                + " (checks:batch), or run more command-side nodes."),
                Reading.past(
                        "Batches that could not be recorded",
                        gate.failedBatches(),
                        "Their checks were answered 503 and nothing was allowed. If it goes on"
                                + " growing, look at disk, database and standbys."),
                Reading.good("Checks recorded and answered", "%,d".formatted(gate.answered()), ""));
    }

    private static Reading waiting(long waiting) {
        String advice = "One lane holds 4,096. Growing without end means commits are slow.";
        String value = waiting == 0 ? "none" : "%,d".formatted(waiting);
        if (waiting >= FULL) {
            return Reading.bad("Checks that wait", value, advice);
        }
        return waiting >= FULL / 4
                ? Reading.look("Checks that wait", value, advice)
                : Reading.good("Checks that wait", value, advice);
    }

    private static List<Reading> of(View view) {
        return List.of(
                Reading.lag(
                        "%s is behind by".formatted(view.view()),
                        view.behind(),
                        view.behindSeconds(),
                        "It catches up by itself after much work. If it does not move: look for"
                                + " view-%s-not-running above and in the log."
                                        .formatted(view.view())),
                Reading.none(
                        "%s has parked streams".formatted(view.view()),
                        view.parked(),
                        "Go to the dead letters: mend the fault and try again, or leave the entry"
                                + " out."));
    }
}
