package io.keyledger.query.deadletter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A parked entry of a live view; those of rebuilds are nobody's to mend. */
@Entity
@Immutable
@Table(schema = "query", name = "dead_letter")
@SQLRestriction("copy = 'live'")
@IdClass(LiveDeadLetter.Key.class)
class LiveDeadLetter {

    @Id private String view;
    @Id private long position;
    private String stream;
    private String workspace;
    private String type;
    private @Nullable String cause;
    private int attempts;
    private Instant parkedAt;
    private Instant triedAt;

    record Key(String view, long position) {}

    DeadLetterView view() {
        return new DeadLetterView(
                view, position, stream, workspace, type, cause, attempts, parkedAt, triedAt);
    }
}
