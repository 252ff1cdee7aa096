package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.StoredRecord;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A record's JSON, a property a line. */
record Stored(String payload, @Nullable String metadata) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stored of(StoredRecord record) {
        return new Stored(
                JSON.writeValueAsString(record.payload()),
                record.metadata() == null ? null : JSON.writeValueAsString(record.metadata()));
    }
}
