package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.audittrail.AuditTrailProjection;
import io.keyledger.query.consistency.ConsistencyGate;
import io.keyledger.query.consistency.PositionAt;
import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.usetrail.UseTrailProjection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Set;

/** Where the trail ended at a time; what it has not reached yet is waited for. */
@Component
class TrailAt {

    private final PositionAt positionAt;
    private final ConsistencyGate gate;

    TrailAt(PositionAt positionAt, ConsistencyGate gate) {
        this.positionAt = positionAt;
        this.gate = gate;
    }

    /**
     * The first entry that was not there yet; without a time none is.
     *
     * @throws ApiProblem 400 for a time to come, 503 {@code view-behind}
     */
    long end(@Nullable Instant at) {
        if (at == null) {
            return Long.MAX_VALUE;
        }
        long position = positionAt.resolve("at", at);
        gate.await(position, Set.of(AuditTrailProjection.VIEW, UseTrailProjection.VIEW));
        return EntryNumber.of(position + 1, 0);
    }
}
