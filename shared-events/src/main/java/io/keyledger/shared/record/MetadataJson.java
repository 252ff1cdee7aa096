package io.keyledger.shared.record;

import io.keyledger.shared.event.StoredJson;
import io.keyledger.shared.event.UnreadableEvent;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Metadata as UTF-8 JSON (RFC 8259), properties sorted. Unknown properties are left aside. */
public final class MetadataJson {

    private static final JsonMapper JSON =
            StoredJson.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

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
            RecordMetadata metadata = JSON.readValue(stored, RecordMetadata.class);
            if (metadata != null) {
                return metadata;
            }
        } catch (JacksonException _) {
            // said below, without what was found
        }
        throw new UnreadableEvent("the metadata of an event cannot be read");
    }
}
