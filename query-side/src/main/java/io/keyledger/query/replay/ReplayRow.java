package io.keyledger.query.replay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** A replay as it was asked for, and the ledger's end when it is read. */
@Entity
@Immutable
@Table(schema = "query", name = "replay")
class ReplayRow {

    @Id private UUID id;

    @Column(name = "view")
    private String replayed;

    private Instant startedAt;

    // Of the same statement as how far the rebuilds are, which are therefore never ahead of it.
    @Formula("(SELECT h.position FROM ledger.head h)")
    private long head;

    UUID id() {
        return id;
    }

    String replayed() {
        return replayed;
    }

    Instant startedAt() {
        return startedAt;
    }

    long head() {
        return head;
    }
}
