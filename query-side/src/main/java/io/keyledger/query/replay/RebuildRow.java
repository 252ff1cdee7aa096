package io.keyledger.query.replay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** The rebuild of one view, as a part of its replay. */
@Entity
@Immutable
@Table(schema = "query", name = "rebuild")
@IdClass(RebuildRow.Key.class)
class RebuildRow {

    private static final double MICROS = 1_000_000;

    @Id
    @ManyToOne
    @JoinColumn(name = "replay_id")
    private ReplayRow replay;

    @Id
    @Column(name = "view")
    private String rebuilt;

    private String state;
    private String phase;
    private long position;
    private long workingMicros;
    private @Nullable Long comparedAt;
    private byte @Nullable [] digestBefore;
    private byte @Nullable [] digestAfter;
    private @Nullable String cause;
    private Instant startedAt;
    private @Nullable Instant finishedAt;

    record Key(UUID replay, String rebuilt) {}

    ReplayRow replay() {
        return replay;
    }

    RebuildView view() {
        String before = hex(digestBefore);
        String after = hex(digestAfter);
        return new RebuildView(
                rebuilt,
                state,
                phase,
                position,
                rate(),
                secondsLeft(),
                comparedAt,
                before,
                after,
                before == null ? null : before.equals(after),
                cause,
                startedAt,
                finishedAt);
    }

    private @Nullable Long rate() {
        return workingMicros == 0 ? null : Math.round(position * MICROS / workingMicros);
    }

    private @Nullable Long secondsLeft() {
        Long rate = rate();
        if (rate == null || rate == 0 || RebuildState.of(state) != RebuildState.RUNNING) {
            return null;
        }
        return Math.ceilDiv(replay.head() - position, rate);
    }

    private static @Nullable String hex(byte @Nullable [] digest) {
        return digest == null ? null : HexFormat.of().formatHex(digest);
    }
}
