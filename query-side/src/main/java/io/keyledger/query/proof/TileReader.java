package io.keyledger.query.proof;

import io.keyledger.query.ledger.LedgerEntries;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.merkle.SignedCheckpoint;
import io.keyledger.query.merkle.StoredTiles;
import io.keyledger.query.merkle.Tiles;
import io.keyledger.shared.ledger.Leaf;

import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;

/** Tiles as far as the last checkpoint reaches. */
@Component
class TileReader {

    private final LogReads reads;

    TileReader(LogReads reads) {
        this.reads = reads;
    }

    byte[] read(String workspace, TilePath path) {
        return reads.read(
                workspace,
                connection -> {
                    SignedCheckpoint latest = LogReads.latest(connection, workspace);
                    if (!path.isOf(latest.size())) {
                        throw LogProblems.unknownTile();
                    }
                    return path.entries()
                            ? entries(connection, workspace, path)
                            : hashes(connection, workspace, path);
                });
    }

    private static byte[] hashes(Connection connection, String workspace, TilePath path) {
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        byte[][] hashes =
                new StoredTiles(connection, workspace)
                        .first(path.width(), path.level(), path.number());
        for (byte[] hash : hashes) {
            tile.writeBytes(hash);
        }
        return tile.toByteArray();
    }

    /** Leaves one after the other, each behind its length in 16 bits. */
    private static byte[] entries(Connection connection, String workspace, TilePath path)
            throws SQLException {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        long first = path.number() * Tiles.WIDTH;
        for (LedgerEntry entry :
                LedgerEntries.inWorkspace(connection, workspace, first, first + path.width())) {
            byte[] leaf = Leaf.of(entry.stored(), entry.ledgeredAt());
            bundle.write(leaf.length >> Byte.SIZE);
            bundle.write(leaf.length);
            bundle.writeBytes(leaf);
        }
        return bundle.toByteArray();
    }
}
