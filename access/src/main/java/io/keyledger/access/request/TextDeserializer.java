package io.keyledger.access.request;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Texts without NUL and lone surrogates, which neither UTF-8 nor the database can hold. */
public final class TextDeserializer extends StringDeserializer {

    /** The one there is, for those who read field by field. */
    public static final TextDeserializer TEXTS = new TextDeserializer();

    private TextDeserializer() {}

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && isUnfit(text)) {
            context.reportInputMismatch(
                    String.class, "the text holds NUL or half a surrogate pair");
        }
        return text;
    }

    private static boolean isUnfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return c == 0 || text.codePoints().anyMatch(TextDeserializer::isUnfit);
            }
        }
        return false;
    }

    private static boolean isUnfit(int codePoint) {
        return codePoint == 0 || codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }
}
