package io.keyledger.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One file per revision of an event ever published. They were written by hand, not by this code;
 * they never change, and none is ever taken away.
 */
class GoldenEventsTest {

    private final EventJson json = new EventJson();

    @Test
    void everyRevisionOfEveryEventHasAFile() {
        List<String> published =
                EventCatalogue.types().stream()
                        .flatMap(
                                type ->
                                        IntStream.rangeClosed(1, type.revision())
                                                .mapToObj(r -> type.name() + ".r" + r + ".json"))
                        .toList();

        assertThat(new TreeSet<>(files().map(path -> path.getFileName().toString()).toList()))
                .isEqualTo(new TreeSet<>(published));
    }

    @ParameterizedTest
    @MethodSource("files")
    void todaysCodeReadsIt(Path file) throws IOException {
        WireType type = typeOf(file);

        DomainEvent event = json.read(type, Files.readAllBytes(file));

        assertThat(event).isInstanceOf(EventCatalogue.classOf(type.name()));
    }

    @ParameterizedTest
    @MethodSource("filesOfToday")
    void todaysCodeWritesTheSameBytes(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);

        byte[] written = json.write(json.read(typeOf(file), stored));

        assertThat(new String(written, UTF_8)).isEqualTo(new String(stored, UTF_8));
    }

    static Stream<Path> files() {
        try {
            Path folder = Path.of(GoldenEventsTest.class.getResource("/golden/events").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList().stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Path> filesOfToday() {
        return files().filter(file -> EventCatalogue.types().contains(typeOf(file)));
    }

    private static WireType typeOf(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        int dot = name.lastIndexOf(".r");
        return new WireType(name.substring(0, dot), Integer.parseInt(name.substring(dot + 2)));
    }
}
