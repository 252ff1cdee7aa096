package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.audittrail.AuditTrailProjection;
import io.keyledger.query.consistency.ConsistencyGate;
import io.keyledger.query.consistency.PositionAt;
import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.usetrail.UseTrailProjection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Set;

/** Where the trail ended at a time; what it has not reached yet is waited for. */
@Component
class TrailAt {

    private static final Set<String> VIEWS =
            Set.of(AuditTrailProjection.VIEW, UseTrailProjection.VIEW);

    private final PositionAt positionAt;
    private final ConsistencyGate gate;
    private final ViewsAt viewsAt;

    TrailAt(PositionAt positionAt, ConsistencyGate gate, ViewsAt viewsAt) {
        this.positionAt = positionAt;
        this.gate = gate;
        this.viewsAt = viewsAt;
    }

    /** The first entry that is not there yet. */
    long endNow() {
        return EntryNumber.of(viewsAt.now(VIEWS).position() + 1, 0);
    }

    /**
     * The first entry that was not there yet; without a time none is.
     *
     * @param field what to call the time in a problem
     * @throws ApiProblem 400 for a time to come, 503 {@code view-behind}
     */
    long end(String field, @Nullable Instant at) {
        if (at == null) {
            return Long.MAX_VALUE;
        }
        long position = positionAt.resolve(field, at);
        gate.await(position, VIEWS);
        return EntryNumber.of(position + 1, 0);
    }
}
