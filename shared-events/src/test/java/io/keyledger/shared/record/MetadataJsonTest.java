package io.keyledger.shared.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.shared.event.UnreadableEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

class MetadataJsonTest {

    private static final RecordMetadata METADATA =
            new RecordMetadata(
                    RecordedActor.serviceUser(
                            "0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1011",
                            "deployer",
                            "0123456789ABCDEFGHIJKL"),
                    UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1014"),
                    null,
                    new PersonalRef(41, "dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z_0Me0"),
                    null,
                    new PersonalRef(70000, "P8TM_nRYcOLA2Z9x8w_wZWyN7dQcwdfT03aw2-aF4vM"));

    @Test
    void isWrittenAsThePublishedFile() throws IOException {
        assertThat(MetadataJson.write(METADATA)).isEqualTo(golden());
    }

    @Test
    void isReadFromThePublishedFile() throws IOException {
        assertThat(MetadataJson.read(golden())).isEqualTo(METADATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-user", "person", "system"})
    void kindsOfActorsHaveTheirStoredNames(String name) {
        byte[] stored = bytes("{\"actor\":{\"id\":\"1\",\"kind\":\"" + name + "\"}," + CORRELATION);

        assertThat(
                        new String(
                                MetadataJson.write(MetadataJson.read(stored)),
                                StandardCharsets.UTF_8))
                .contains("\"kind\":\"" + name + "\"");
    }

    @Test
    void whatLaterCodeAddsIsLeftAside() {
        byte[] stored =
                bytes("{\"later\":1,\"actor\":{\"id\":\"1\",\"kind\":\"person\"}," + CORRELATION);

        assertThat(MetadataJson.read(stored).actor().kind()).isEqualTo(ActorKind.PERSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"actor\":null," + CORRELATION,
                "{\"actor\":{\"id\":\"1\",\"kind\":\"deity\"}," + CORRELATION,
                "{\"actor\":{\"kind\":\"person\"}," + CORRELATION,
                "{\"actor\":{\"id\":\"1\",\"kind\":\"person\"}}"
            })
    void otherBytesAreUnreadable(String stored) {
        assertThatThrownBy(() -> MetadataJson.read(bytes(stored)))
                .isInstanceOf(UnreadableEvent.class)
                .hasNoCause();
    }

    private static final String CORRELATION =
            "\"correlationId\":\"0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1014\"}";

    private static byte[] golden() throws IOException {
        try (InputStream in = MetadataJsonTest.class.getResourceAsStream("/golden/metadata.json")) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
