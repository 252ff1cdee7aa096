package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The Merkle log of a workspace, its signed checkpoints, and proofs. */
@HttpExchange
public interface MerkleLogs {

    /**
     * How a log is.
     *
     * @param entries how many records the ledger has of the workspace
     * @param stopped why nothing is signed, while that is so
     */
    record Log(
            String workspace,
            String origin,
            long entries,
            @Nullable Checkpoint checkpoint,
            @Nullable String stopped,
            List<StartedOrigin> origins) {}

    /**
     * What was signed of it.
     *
     * @param key what verifies it (C2SP signed-note)
     * @param note as it was signed (C2SP tlog-checkpoint)
     */
    record Checkpoint(
            String origin, long size, String root, Instant signedAt, String key, String note) {}

    /** An origin that an operator started, for the log did not go on from what was signed. */
    record StartedOrigin(
            int number,
            Instant startedAt,
            String startedBy,
            String reason,
            String stopped,
            @Nullable String lastSigned) {}

    /** Why logs are to go on under another origin, in 1 to 500 characters. */
    record NewLogOrigin(String reason) {}

    /** Those that were begun. */
    record BegunOrigins(List<BegunOrigin> items) {}

    /**
     * An origin that was begun just now.
     *
     * @param stopped why the log had been stopped
     */
    record BegunOrigin(String workspace, int number, String stopped) {}

    /**
     * Has every log that does not go on from what was signed be signed again under another origin,
     * on record; takes {@code replay:operate} in {@code system}.
     */
    @PostExchange("/api/v1/log-origins")
    BegunOrigins beginOrigins(@RequestBody NewLogOrigin origin);

    @GetExchange("/ledger/{ws}")
    Log get(@PathVariable String ws);

    /** The newest first. */
    @GetExchange("/ledger/{ws}/checkpoints")
    Page<Checkpoint> checkpoints(@PathVariable String ws, @RequestParam Map<String, String> page);

    /**
     * A file which proves that the log was only appended to, between {@code from} and {@code to}.
     */
    @GetExchange("/ledger/{ws}/consistency")
    byte[] consistency(@PathVariable String ws, @RequestParam Map<String, String> sizes);

    /** A file which proves that an audit entry is in the log. */
    @GetExchange("/api/v1/workspaces/{ws}/audit/{id}/proof")
    byte[] proof(@PathVariable String ws, @PathVariable String id);
}
