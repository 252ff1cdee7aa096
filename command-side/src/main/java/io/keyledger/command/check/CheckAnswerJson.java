package io.keyledger.command.check;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import java.time.Instant;

/**
 * Writes answers field by field, not by what Jackson finds out of records: most that is written is
 * these.
 */
final class CheckAnswerJson extends ValueSerializer<CheckAnswer> {

    private static final SerializedString DECISION = new SerializedString("decision");
    private static final SerializedString REASON = new SerializedString("reason");
    private static final SerializedString SERVICE_USER = new SerializedString("serviceUser");
    private static final SerializedString USERNAME = new SerializedString("username");
    private static final SerializedString WORKSPACE = new SerializedString("workspace");
    private static final SerializedString KEY_ID = new SerializedString("keyId");
    private static final SerializedString PERMISSION = new SerializedString("permission");
    private static final SerializedString ROUTE = new SerializedString("route");
    private static final SerializedString POLICY = new SerializedString("policy");
    private static final SerializedString RETRY_AFTER = new SerializedString("retryAfterSeconds");
    private static final SerializedString RECORD_ID = new SerializedString("recordId");
    private static final SerializedString CHECKED_AT = new SerializedString("checkedAt");

    private volatile Moment last = new Moment(Instant.EPOCH, Instant.EPOCH.toString());

    /** A time as it is told: all answers of a batch have the same. */
    private record Moment(Instant time, String text) {}

    @Override
    public void serialize(CheckAnswer answer, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        text(json, DECISION, answer.decision());
        text(json, REASON, answer.reason());
        text(json, SERVICE_USER, answer.serviceUser());
        text(json, USERNAME, answer.username());
        text(json, WORKSPACE, answer.workspace());
        text(json, KEY_ID, answer.keyId());
        text(json, PERMISSION, answer.permission());
        unlessNull(json, ROUTE, answer.route());
        unlessNull(json, POLICY, answer.policy());
        unlessNull(json, RETRY_AFTER, answer.retryAfterSeconds());
        text(json, RECORD_ID, answer.recordId());
        text(json, CHECKED_AT, told(answer.checkedAt()));
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, SerializedString name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static void unlessNull(
            JsonGenerator json, SerializedString name, @Nullable Object value) {
        if (value != null) {
            json.writeName(name);
            json.writePOJO(value);
        }
    }

    private String told(Instant time) {
        Moment known = last;
        if (!known.time().equals(time)) {
            known = new Moment(time, time.toString());
            last = known;
        }
        return known.text();
    }
}
