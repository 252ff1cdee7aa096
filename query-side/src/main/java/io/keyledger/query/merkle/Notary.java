package io.keyledger.query.merkle;

import io.keyledger.shared.proof.SigningKey;

import java.nio.file.Path;

/** What a node needs in order to sign: the key, and where what was signed is kept. */
record Notary(SigningKey key, KeptCheckpoints kept) {

    static Notary in(Path folder) {
        return new Notary(SigningKeyFile.read(folder), new KeptCheckpoints(folder));
    }
}
