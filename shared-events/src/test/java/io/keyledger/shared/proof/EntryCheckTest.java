package io.keyledger.shared.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.MerkleTree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a file is told to be wrong with. */
class EntryCheckTest {

    private static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");
    private static final SigningKey SIGNING = SigningKey.of(new byte[32]);
    private static final UUID STORE = new UUID(1, 2);
    private static final VerifierKey KEY = SIGNING.verifier(new LogOrigin(STORE, "acme", 1).text());
    private static final byte[] PAYLOAD = "{\"name\":\"r\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aGoodOneSaysWhatItShows() {
        assertThat(check(proof("acme", PAYLOAD)))
                .isInstanceOfSatisfying(
                        Verdict.Proven.class,
                        proven ->
                                assertThat(proven.facts())
                                        .contains(
                                                new Fact("Leaf", "0 of 1"),
                                                new Fact("Workspace", "acme"),
                                                new Fact("Change", "{\"name\":\"r\"}")));
    }

    @Test
    void aWithheldPayloadIsSaidToBe() {
        assertThat(check(proof("acme", null)))
                .isInstanceOfSatisfying(
                        Verdict.Proven.class,
                        proven ->
                                assertThat(proven.facts())
                                        .contains(
                                                new Fact(
                                                        "Change",
                                                        "withheld: it holds the hash of a secret")));
    }

    @Test
    void anotherPayloadIsNotWhatTheLeafHasTheHashOf() {
        refused(check(proof("acme", "{}".getBytes(StandardCharsets.UTF_8))), "content-differs");
    }

    @Test
    void anEntryOfAnotherWorkspaceHasNoPlaceInTheLog() {
        refused(check(proof("other", PAYLOAD)), "another-workspace");
    }

    @Test
    void anotherKeyKnowsNoSignatureOfIt() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        VerifierKey other = SigningKey.of(seed).verifier(KEY.name());
        refused(ProofFile.check(proof("acme", PAYLOAD), other), "unknown-key");
    }

    @Test
    void anythingElseIsNoProof() {
        refused(check(""), "malformed");
        refused(check("c2sp.org/tlog-proof@v1\n"), "malformed");
        refused(check("c2sp.org/tlog-proof@v1\nindex 0\n\nx"), "malformed");
        refused(check("keyledger/consistency@v1\n\n"), "malformed");
        refused(check(proof("acme", PAYLOAD).replace("index 0", "index 00")), "malformed");
        refused(check(proof("acme", PAYLOAD).replace("index 0", "index 1")), "not-in-the-log");
    }

    private static Verdict check(String file) {
        return ProofFile.check(file, KEY);
    }

    private static void refused(Verdict verdict, String code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.NotProven.class,
                        reason -> {
                            assertThat(reason.code()).isEqualTo(code);
                            assertThat(reason.sentence()).endsWith(".");
                        });
    }

    private static String proof(String workspace, byte @Nullable [] shown) {
        byte[] leaf =
                Leaf.of(
                        new StoredRecord(
                                RecordKind.CHANGE,
                                new UUID(7, 7),
                                workspace,
                                "stream",
                                0,
                                "role.RoleCreated",
                                1,
                                AT,
                                METADATA,
                                PAYLOAD),
                        AT);
        Checkpoint checkpoint = new Checkpoint(KEY.name(), 1, MerkleTree.root(List.of(leaf)));
        return new EntryProof(
                        new EntryEvidence(
                                leaf, new EntryEvidence.ChangeEvidence(METADATA, shown), null),
                        0,
                        List.of(),
                        checkpoint.note(KEY, SIGNING.sign(checkpoint.text())))
                .text();
    }
}
