package io.keyledger.shared.use;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Arrays of scalars in CBOR with definite lengths and shortest integers (RFC 8949, section 4.2.1).
 */
final class Cbor {

    private static final CBORFactory FACTORY = new CBORFactory();

    private Cbor() {}

    static byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            content.accept(out);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Function<Reader, T> content) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return content.apply(new Reader(in));
        }
    }

    static <T> void writeArray(JsonGenerator out, List<T> items, Consumer<T> item) {
        out.writeStartArray(items, items.size());
        items.forEach(item);
        out.writeEndArray();
    }

    static void writeText(JsonGenerator out, @Nullable String text) {
        if (text == null) {
            out.writeNull();
        } else {
            out.writeString(text);
        }
    }

    static void writeIndex(JsonGenerator out, @Nullable Integer index) {
        if (index == null) {
            out.writeNull();
        } else {
            out.writeNumber(index);
        }
    }

    /** Reads token by token and refuses any but the expected one. */
    record Reader(JsonParser in) {

        void start() {
            expect(JsonToken.START_ARRAY);
        }

        void end() {
            expect(JsonToken.END_ARRAY);
        }

        long number() {
            expect(JsonToken.VALUE_NUMBER_INT);
            return in.getLongValue();
        }

        int index() {
            expect(JsonToken.VALUE_NUMBER_INT);
            return in.getIntValue();
        }

        String text() {
            expect(JsonToken.VALUE_STRING);
            return in.getString();
        }

        byte[] bytes() {
            expect(JsonToken.VALUE_EMBEDDED_OBJECT);
            return in.getBinaryValue();
        }

        @Nullable String textOrNull() {
            return in.nextToken() == JsonToken.VALUE_NULL ? null : in.getString();
        }

        @Nullable Integer indexOrNull() {
            return in.nextToken() == JsonToken.VALUE_NULL
                    ? null
                    : Integer.valueOf(in.getIntValue());
        }

        <T> List<T> list(Function<Reader, T> item) {
            expect(JsonToken.START_ARRAY);
            List<T> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(item.apply(this));
            }
            return items;
        }

        List<byte[]> byteStrings() {
            return list(reader -> reader.in.getBinaryValue());
        }

        private void expect(JsonToken token) {
            JsonToken found = in.nextToken();
            if (found != token) {
                throw new IllegalArgumentException("expected " + token + ", found " + found);
            }
        }
    }
}
