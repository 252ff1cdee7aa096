package io.keyledger.query.replay;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

@Transactional(readOnly = true)
interface RebuildRows extends Repository<RebuildRow, RebuildRow.Key> {

    @Query(
            """
            SELECT r FROM RebuildRow r JOIN FETCH r.replay p WHERE p.id = :replay
             ORDER BY r.rebuilt
            """)
    List<RebuildRow> of(UUID replay);

    /** Of so many replays, the latest first. */
    @Query(
            """
            SELECT r FROM RebuildRow r JOIN FETCH r.replay p
             WHERE p.id IN (SELECT q.id FROM ReplayRow q WHERE q.id < :replay
                             ORDER BY q.id DESC LIMIT :replays)
             ORDER BY p.id DESC, r.rebuilt
            """)
    List<RebuildRow> before(UUID replay, int replays);
}
