package io.keyledger.shared.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.MerkleTree;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.KeyUsesHeader;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class ProofProperties {

    private static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");
    private static final String ORIGIN = new LogOrigin(new UUID(1, 2), "acme", 1).text();
    private static final SigningKey SIGNING = SigningKey.of(new byte[32]);
    private static final VerifierKey KEY = SIGNING.verifier(ORIGIN);

    @Property(tries = 300)
    void anyEntryOfAnyLogIsProvedAndNoBitOfItsFileMayChange(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(max = 299) int any,
            @ForAll boolean aUse,
            @ForAll @IntRange(max = 999_999) int bit) {
        String file = proof(size, any % size, aUse).text();
        assertThat(ProofFile.check(file, KEY)).isInstanceOf(Verdict.Proven.class);

        assertThat(ProofFile.check(flipped(file, bit), KEY)).isInstanceOf(Verdict.NotProven.class);
    }

    @Property(tries = 300)
    void anyGrowthIsProvedAndNoBitOfItsFileMayChange(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(max = 299) int any,
            @ForAll @IntRange(max = 999_999) int bit) {
        List<byte[]> leaves = leaves(size);
        int older = 1 + any % size;
        String file =
                new ConsistencyProof(
                                Prover.consistency(older, leaves),
                                note(leaves.subList(0, older)),
                                note(leaves))
                        .text();
        assertThat(ProofFile.check(file, KEY)).isInstanceOf(Verdict.Proven.class);

        assertThat(ProofFile.check(flipped(file, bit), KEY)).isInstanceOf(Verdict.NotProven.class);
    }

    @Property(tries = 100)
    void aProofOfOneEntryIsNoneOfAnother(
            @ForAll @IntRange(min = 2, max = 300) int size, @ForAll @IntRange(max = 299) int any) {
        EntryProof one = proof(size, any % size, false);
        EntryProof other = proof(size, (any + 1) % size, false);

        Verdict mixed =
                ProofFile.check(
                        new EntryProof(other.evidence(), one.index(), one.path(), one.note())
                                .text(),
                        KEY);

        assertThat(mixed)
                .isInstanceOfSatisfying(
                        Verdict.NotProven.class,
                        reason -> assertThat(reason.code()).isEqualTo("not-in-the-log"));
    }

    private static EntryProof proof(int size, int index, boolean aUse) {
        List<byte[]> leaves = new ArrayList<>(leaves(size));
        EntryEvidence evidence = aUse ? use(index) : change(index);
        leaves.set(index, evidence.leaf());
        return new EntryProof(evidence, index, Prover.inclusion(index, leaves), note(leaves));
    }

    private static EntryEvidence change(int number) {
        byte[] metadata = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] payload = "{\"name\":\"r\"}".getBytes(StandardCharsets.UTF_8);
        return new EntryEvidence(
                leaf(RecordKind.CHANGE, "role.RoleCreated", number, metadata, payload),
                new EntryEvidence.ChangeEvidence(metadata, payload),
                null);
    }

    private static EntryEvidence use(int number) {
        KeyUsesHeader header = new KeyUsesHeader(AT, "1:1:", List.of(), List.of());
        List<KeyUse> uses =
                IntStream.range(0, 1 + number % 5)
                        .mapToObj(
                                i ->
                                        new KeyUse(
                                                "k" + i, List.of(), "a:view", null, null, null,
                                                null, null, List.of(), null, null, null, null, null,
                                                null, null, 1))
                        .toList();
        byte[] payload = KeyUsesCodec.write(new KeyUses(header, uses));
        List<byte[]> elements = KeyUsesCodec.elements(payload);
        int place = number % uses.size();
        return new EntryEvidence(
                leaf(RecordKind.USES, KeyUses.TYPE, number, new byte[0], payload),
                null,
                new EntryEvidence.UseEvidence(
                        elements.size(),
                        elements.getFirst(),
                        Prover.inclusion(0, elements),
                        place,
                        elements.get(place + 1),
                        Prover.inclusion(place + 1, elements)));
    }

    private static byte[] leaf(
            RecordKind kind, String type, int number, byte[] metadata, byte[] payload) {
        return Leaf.of(
                new StoredRecord(
                        kind,
                        new UUID(7, number),
                        "acme",
                        new UUID(8, 9).toString(),
                        number,
                        type,
                        kind == RecordKind.USES ? KeyUses.REVISION : 1,
                        AT,
                        metadata,
                        payload),
                AT);
    }

    private static String note(List<byte[]> leaves) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, leaves.size(), MerkleTree.root(leaves));
        return checkpoint.note(KEY, SIGNING.sign(checkpoint.text()));
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String flipped(String file, int bit) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        int at = bit % (bytes.length * 8);
        bytes[at / 8] ^= (byte) (1 << at % 8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
