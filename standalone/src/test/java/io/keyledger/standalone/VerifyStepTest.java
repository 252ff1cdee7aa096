package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.proof.Checkpoint;
import io.keyledger.shared.proof.ConsistencyProof;
import io.keyledger.shared.proof.SigningKey;
import io.keyledger.shared.proof.VerifierKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command says and ends with. */
class VerifyStepTest {

    private static final SigningKey SIGNING = SigningKey.of(new byte[32]);
    private static final VerifierKey KEY = SIGNING.verifier("example.com/log");

    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aGoodFileIsToldAndEndsWithZero() throws IOException {
        assertThat(verify(proof(), "--key", KEY.text())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Shown: the log was only appended to", "To size: 1");
        assertThat(err.size()).isZero();
    }

    @Test
    void anythingChangedEndsWithOneAndSaysWhy() throws IOException {
        assertThat(verify(proof().replace("\n1\n", "\n2\n"), "--key", KEY.text())).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Not proven (bad-signature)");
        assertThat(out.size()).isZero();
    }

    @Test
    void whatCannotBeTriedEndsWithTwo() throws IOException {
        assertThat(verify(proof(), "--key", "nonsense")).isEqualTo(2);
        assertThat(verify(proof(), "--kye", KEY.text())).isEqualTo(2);
        assertThat(verify(proof())).isEqualTo(2);
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(run(List.of(folder.resolve("none").toString(), "--key", KEY.text())))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Usage: keyledger verify FILE --key KEY", "cannot be read");
    }

    private int verify(String text, String... behind) throws IOException {
        Path file = Files.writeString(folder.resolve("a.consistency"), text);
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(behind));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        return VerifyStep.run(
                arguments,
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)));
    }

    private static String proof() {
        Checkpoint checkpoint = new Checkpoint(KEY.name(), 1, new byte[32]);
        String note = checkpoint.note(KEY, SIGNING.sign(checkpoint.text()));
        return new ConsistencyProof(List.of(), note, note).text();
    }
}
