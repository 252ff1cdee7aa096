package io.keyledger.query.proof;

import io.keyledger.query.merkle.SignedCheckpoint;

import java.time.Instant;
import java.util.Base64;

/**
 * A checkpoint.
 *
 * @param size how many leaves the log had
 * @param root over them, in Base64
 * @param key what verifies it
 * @param note as it was signed
 */
record CheckpointView(
        String origin, long size, String root, Instant signedAt, String key, String note) {

    static CheckpointView of(SignedCheckpoint checkpoint) {
        return new CheckpointView(
                checkpoint.origin().text(),
                checkpoint.size(),
                Base64.getEncoder().encodeToString(checkpoint.root()),
                checkpoint.signedAt(),
                checkpoint.key().text(),
                checkpoint.note());
    }
}
