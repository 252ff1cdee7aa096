package io.keyledger.console.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

class SpoolTest {

    private static final String TEXT = "kind,id\r\nuse,\"ä\"\r\n".repeat(20_000);

    private final Room room = new Room(new Room.Bounds(9, 9, 1_000_000, 1_000_000));

    @Test
    void isReadAsWrittenByAsManyAsLike() throws IOException {
        try (Spool spool = written(TEXT.getBytes(UTF_8));
                InputStream one = spool.reader();
                InputStream other = spool.reader()) {
            assertThat(new String(one.readNBytes(9), UTF_8)).isEqualTo("kind,id\r\n");
            assertThat(new String(other.readAllBytes(), UTF_8)).isEqualTo(TEXT);
            assertThat(new String(one.readAllBytes(), UTF_8)).isEqualTo(TEXT.substring(9));
            assertThat(spool.length()).isEqualTo(TEXT.getBytes(UTF_8).length);
        }
    }

    @Test
    void hasNoNameThatAnybodyCouldOpen() throws IOException {
        try (Spool spool = written(TEXT.getBytes(UTF_8));
                Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(spool.length()).isPositive();
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("keyledger-export-"));
        }
    }

    @Test
    void whatIsClosedIsGoneAndLeavesItsRoom() throws IOException {
        byte[] incompressible = new byte[900_000];
        new Random(1).nextBytes(incompressible);
        Spool spool = written(incompressible);
        assertThatThrownBy(() -> written(incompressible)).isInstanceOf(Full.class);
        spool.close();
        spool.close();
        assertThatThrownBy(spool::reader).isInstanceOf(IOException.class);
        written(incompressible).close();
    }

    private Spool written(byte[] bytes) throws IOException {
        Spool spool = Spool.create(room.enter("ada"));
        try (OutputStream out = spool.writer()) {
            out.write(bytes);
        } catch (IOException failure) {
            spool.close();
            throw failure;
        }
        return spool;
    }
}
