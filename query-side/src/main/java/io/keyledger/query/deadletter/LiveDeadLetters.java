package io.keyledger.query.deadletter;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

@Transactional(readOnly = true)
interface LiveDeadLetters extends Repository<LiveDeadLetter, LiveDeadLetter.Key> {

    Optional<LiveDeadLetter> findByViewAndPosition(String view, long position);

    List<LiveDeadLetter> findByViewAndPositionGreaterThanOrderByPosition(
            String view, long position, Limit limit);

    @Query(
            """
            SELECT d FROM LiveDeadLetter d WHERE (d.view, d.position) > (:view, :position)
             ORDER BY d.view, d.position
            """)
    List<LiveDeadLetter> after(String view, long position, Limit limit);
}
