package io.keyledger.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * {@code docs/events.md} is made of the catalogue and the golden files; with {@code
 * KEYLEDGER_WRITE_DOCS} in the environment this writes it anew.
 */
class EventCatalogueDocTest {

    private static final Path PAGE = Path.of("../docs/events.md");

    @Test
    void thePageSaysWhatTheCatalogueHolds() throws IOException {
        if (System.getenv("KEYLEDGER_WRITE_DOCS") != null) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Events

                        Every event that was ever stored, by its stored name; made from the catalogue, and
                        never edited. Examples are payloads as they are stored, one for each revision. How
                        bytes, metadata and key uses are stored is in [formats](formats.md).
                        """);
        for (WireType type : EventCatalogue.types()) {
            page.append("\n## ").append(type.name()).append("\n\n");
            page.append(properties(EventCatalogue.classOf(type.name()))).append("\n\n");
            for (int revision = type.revision(); revision >= 1; revision--) {
                page.append("Revision ").append(revision).append(":\n\n```json\n");
                page.append(golden(type.name(), revision)).append("\n```\n");
            }
        }
        return page.toString();
    }

    private static String properties(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .map(component -> "`" + component.getName() + "` " + type(component))
                .collect(Collectors.joining(", "));
    }

    private static String type(RecordComponent component) {
        Type type = component.getGenericType();
        String plain =
                type instanceof ParameterizedType generic
                        ? component.getType().getSimpleName()
                                + " of "
                                + Arrays.stream(generic.getActualTypeArguments())
                                        .map(argument -> ((Class<?>) argument).getSimpleName())
                                        .collect(Collectors.joining(" to "))
                        : component.getType().getSimpleName();
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable ? plain + " or null" : plain;
    }

    private static String golden(String name, int revision) throws IOException {
        String file = "/golden/events/" + name + ".r" + revision + ".json";
        try (InputStream in = EventCatalogueDocTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
