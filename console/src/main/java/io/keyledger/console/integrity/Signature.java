package io.keyledger.console.integrity;

import io.keyledger.client.api.MerkleLogs;
import io.keyledger.shared.proof.Checkpoint;
import io.keyledger.shared.proof.Unproven;
import io.keyledger.shared.proof.VerifierKey;

/** Whether a checkpoint's signature is good, as far as this console found by itself. */
record Signature(boolean good, String sentence) {

    static Signature of(MerkleLogs.Checkpoint told) {
        try {
            Checkpoint signed = Checkpoint.verified(told.note(), VerifierKey.parse(told.key()));
            return signed.size() == told.size()
                    ? new Signature(true, "by the key below")
                    : new Signature(false, "of another size than is told");
        } catch (Unproven reason) {
            return new Signature(false, reason.sentence());
        }
    }
}
