package io.keyledger.access.health;

import io.keyledger.access.gate.CheckGate;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** The database answers, its schema is the one needed, and the gate records. */
final class GateReadiness implements ReadinessCauses {

    private final CheckGate gate;
    private final Sampled<List<String>> trial;

    GateReadiness(CheckGate gate, DataSource dataSource) {
        this.gate = gate;
        this.trial = new Sampled<>("store-trial", new StoreTrial(dataSource)::causes);
    }

    @Override
    public List<String> causes() {
        List<String> causes = new ArrayList<>();
        switch (gate.condition()) {
            case GOOD -> {}
            case FAILING, STUCK -> causes.add("gate-not-recording");
            case CLOSED -> causes.add("gate-closed");
        }
        causes.addAll(trial.current().orElse(List.of("database-unavailable")));
        return causes;
    }
}
