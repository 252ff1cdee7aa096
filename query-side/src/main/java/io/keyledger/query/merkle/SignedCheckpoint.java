package io.keyledger.query.merkle;

import io.keyledger.shared.proof.Checkpoint;
import io.keyledger.shared.proof.LogOrigin;
import io.keyledger.shared.proof.VerifierKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A checkpoint as it was signed. */
@SuppressWarnings("ArrayRecordComponent") // bytes as stored, never compared
public record SignedCheckpoint(
        LogOrigin origin,
        long size,
        byte[] root,
        Instant signedAt,
        byte[] publicKey,
        byte[] signature) {

    static final String COLUMNS =
            "c.workspace, c.origin, c.size, c.root, c.signed_at, c.signature, k.public_key,"
                    + " (SELECT store_id FROM store.identity) AS store_id";

    static SignedCheckpoint read(ResultSet row) throws SQLException {
        return new SignedCheckpoint(
                new LogOrigin(
                        row.getObject("store_id", UUID.class),
                        row.getString("workspace"),
                        row.getInt("origin")),
                row.getLong("size"),
                row.getBytes("root"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getBytes("public_key"),
                row.getBytes("signature"));
    }

    /** What verifies it. */
    public VerifierKey key() {
        return VerifierKey.of(origin.text(), publicKey);
    }

    /** As it is published. */
    public String note() {
        return new Checkpoint(origin.text(), size, root).note(key(), signature);
    }
}
