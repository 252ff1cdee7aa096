package io.keyledger.access.request;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Texts without NUL and lone surrogates, which neither UTF-8 nor the database can hold. */
final class TextDeserializer extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(TextDeserializer::unfit)) {
            context.reportInputMismatch(
                    String.class, "the text holds NUL or half a surrogate pair");
        }
        return text;
    }

    private static boolean unfit(int codePoint) {
        return codePoint == 0 || codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }
}
