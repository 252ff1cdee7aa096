package io.keyledger.query.deadletter;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Parked entries of the live views, by view and position. */
@Component
class ListDeadLetters {

    private final LiveDeadLetters rows;

    ListDeadLetters(LiveDeadLetters rows) {
        this.rows = rows;
    }

    /** Those after the given one in the list. */
    List<DeadLetterView> after(@Nullable String onlyView, String view, long position, int limit) {
        return rows(onlyView, view, position, Limit.of(limit)).stream()
                .map(LiveDeadLetter::view)
                .toList();
    }

    Optional<DeadLetterView> at(String view, long position) {
        return rows.findByViewAndPosition(view, position).map(LiveDeadLetter::view);
    }

    private List<LiveDeadLetter> rows(
            @Nullable String only, String view, long position, Limit limit) {
        if (only == null) {
            return rows.after(view, position, limit);
        }
        return switch (Integer.signum(only.compareTo(view))) {
            case -1 -> List.of();
            case 0 -> rows.findByViewAndPositionGreaterThanOrderByPosition(only, position, limit);
            default -> rows.findByViewAndPositionGreaterThanOrderByPosition(only, 0, limit);
        };
    }
}
