package io.keyledger.query.current;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.consistency.ConsistencyGate;
import io.keyledger.query.consistency.PositionAt;
import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.paging.AtQuery;
import io.keyledger.query.people.PeopleProjection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Set;

/**
 * Which position of the directory answers for a time: a view that is not there yet is waited for.
 */
@Component
public class DirectoryAt {

    private static final Set<String> ITSELF = Set.of(DirectoryProjection.VIEW);
    private static final Set<String> WITH_PEOPLE =
            Set.of(DirectoryProjection.VIEW, PeopleProjection.VIEW);

    private final PositionAt positionAt;
    private final ViewsAt viewsAt;
    private final ConsistencyGate gate;

    DirectoryAt(PositionAt positionAt, ViewsAt viewsAt, ConsistencyGate gate) {
        this.positionAt = positionAt;
        this.viewsAt = viewsAt;
        this.gate = gate;
    }

    /**
     * The moment of that time, or where the directory is now.
     *
     * @throws ApiProblem 400 for a time to come, 503 {@code view-behind}
     */
    public ViewsAt.Moment of(@Nullable Instant at) {
        return of(at, ITSELF);
    }

    /** The same where people are asked about, too: a moment that both views have come to. */
    public ViewsAt.Moment withPeople(@Nullable Instant at) {
        return of(at, WITH_PEOPLE);
    }

    /**
     * The state at that time, or the one that is still so.
     *
     * @throws ApiProblem 400 for no time or a time to come, 503 {@code view-behind}
     */
    public AsOf asOf(AtQuery when) {
        Instant at = when.read();
        return at == null ? AsOf.NOW : new AsOf(of(at));
    }

    /** The same of people. */
    public AsOf asOfPeople(AtQuery when) {
        Instant at = when.read();
        return at == null ? AsOf.NOW : new AsOf(withPeople(at));
    }

    private ViewsAt.Moment of(@Nullable Instant at, Set<String> views) {
        if (at == null) {
            return viewsAt.now(views);
        }
        long position = positionAt.resolve("at", at);
        gate.await(position, views);
        return new ViewsAt.Moment(at, position);
    }
}
