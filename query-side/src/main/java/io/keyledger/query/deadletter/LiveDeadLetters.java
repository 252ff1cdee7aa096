package io.keyledger.query.deadletter;

import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;

@Transactional(readOnly = true)
interface LiveDeadLetters extends Repository<LiveDeadLetter, LiveDeadLetter.Key> {

    Optional<LiveDeadLetter> findByViewAndPosition(String view, long position);
}
