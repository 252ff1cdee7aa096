package io.keyledger.query.proof;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * How a workspace's log is.
 *
 * @param origin its name, which checkpoints begin with
 * @param entries how many records the ledger has of the workspace
 * @param checkpoint the last one that was signed
 * @param stopped why nothing is signed, while that is so
 * @param origins after the first, the newest first: what an operator put on record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogView(
        String workspace,
        String origin,
        long entries,
        @Nullable CheckpointView checkpoint,
        @Nullable String stopped,
        List<StartedOrigin> origins) {

    LogView {
        origins = List.copyOf(origins);
    }

    /**
     * An origin that an operator started.
     *
     * @param startedBy id of the operator
     * @param stopped why the log was not signed any more
     * @param lastSigned the checkpoint that the log does not go on from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StartedOrigin(
            int number,
            Instant startedAt,
            String startedBy,
            String reason,
            String stopped,
            @Nullable String lastSigned) {}
}
