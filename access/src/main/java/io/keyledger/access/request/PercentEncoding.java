package io.keyledger.access.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded UTF-8, read strictly. */
public final class PercentEncoding {

    private static final int HEX = 16;

    private PercentEncoding() {}

    public static String decode(String text) throws CharacterCodingException {
        return isPlain(text) ? text : decoded(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' || text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String text) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(hex(text, i + 1) * HEX + hex(text, i + 2));
                i += 3;
            } else if (c < 0x80) {
                bytes.write(c);
                i++;
            } else {
                throw new MalformedInputException(1);
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }

    private static int hex(String text, int at) throws CharacterCodingException {
        int digit = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
        if (digit < 0) {
            throw new MalformedInputException(1);
        }
        return digit;
    }
}
