package io.keyledger.command.check;

import static io.keyledger.access.request.TextDeserializer.TEXTS;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads checks field by field, not by what Jackson finds out of records: most that is read is
 * these. What it refuses, and at which field, is as Jackson does.
 */
final class CheckBodyJson extends ValueDeserializer<CheckBody> {

    @Override
    public CheckBody deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return (CheckBody) context.handleUnexpectedToken(CheckBody.class, parser);
        }
        Read read = new Read();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (!known(read, name, parser, context)) {
                context.handleUnknownProperty(parser, this, CheckBody.class, name);
            }
        }
        return read.body();
    }

    private static boolean known(
            Read read, String name, JsonParser parser, DeserializationContext context) {
        try {
            parser.nextToken();
            return read.field(name, parser, context);
        } catch (JacksonException refused) {
            throw refused.prependPath(CheckBody.class, name);
        }
    }

    /** What was read so far. */
    private static final class Read {

        private @Nullable String key;
        private @Nullable String permission;
        private @Nullable String method;
        private @Nullable String path;
        private @Nullable String api;
        private @Nullable String host;
        private @Nullable CheckedResource resource;
        private @Nullable String address;
        private @Nullable String userAgent;
        private @Nullable String requestId;

        /** Whether there is such a field. */
        boolean field(String name, JsonParser parser, DeserializationContext context) {
            switch (name) {
                case "key" -> key = text(parser, context);
                case "permission" -> permission = text(parser, context);
                case "method" -> method = text(parser, context);
                case "path" -> path = text(parser, context);
                case "api" -> api = text(parser, context);
                case "host" -> host = text(parser, context);
                case "resource" -> resource = context.readValue(parser, CheckedResource.class);
                case "address" -> address = text(parser, context);
                case "userAgent" -> userAgent = text(parser, context);
                case "requestId" -> requestId = text(parser, context);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static @Nullable String text(JsonParser parser, DeserializationContext context) {
            return parser.hasToken(JsonToken.VALUE_NULL)
                    ? null
                    : TEXTS.deserialize(parser, context);
        }

        CheckBody body() {
            return new CheckBody(
                    key,
                    permission,
                    method,
                    path,
                    api,
                    host,
                    resource,
                    address,
                    userAgent,
                    requestId);
        }
    }
}
