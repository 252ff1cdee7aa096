package io.keyledger.shared.record;

import io.keyledger.shared.event.UnreadableEvent;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Metadata as UTF-8 JSON (RFC 8259), properties sorted. Unknown properties are left aside. */
public final class MetadataJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private MetadataJson() {}

    public static byte[] write(RecordMetadata metadata) {
        return JSON.writeValueAsBytes(metadata);
    }

    /**
     * Reads stored metadata.
     *
     * @throws UnreadableEvent if the bytes are not metadata
     */
    public static RecordMetadata read(byte[] stored) {
        try {
            return JSON.readValue(stored, RecordMetadata.class);
        } catch (JacksonException _) {
            throw new UnreadableEvent("the metadata of an event cannot be read");
        }
    }
}
