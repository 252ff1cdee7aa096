package io.keyledger.shared.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The path of a request, without query, in the one form that everybody reads alike (RFC 3986,
 * section 3.3, and stricter).
 *
 * @param segments percent-decoded; none for {@code /}; an empty last one for a trailing slash
 */
public record RequestPath(List<String> segments) {

    /** Longest path that is looked at, in characters. */
    public static final int MAX_LENGTH = 2048;

    private static final int ENCODED = 3;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PLAIN = "-._~!$&'()*+,=:@";

    public RequestPath {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a path as it stood in the request line. Nothing for one that can be read in two ways:
     * empty segments, {@code .} and {@code ..}, encoded or not; encoded slashes, backslashes,
     * percent signs and control characters; matrix parameters; segments that end in a dot or a
     * space; what is not ASCII, not percent-encoded UTF-8, or longer than {@value #MAX_LENGTH}.
     */
    public static Optional<RequestPath> parse(String path) {
        if (!path.startsWith("/") || path.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (path.length() == 1) {
            return Optional.of(new RequestPath(List.of()));
        }
        String[] raw = path.substring(1).split("/", -1);
        List<String> segments = new ArrayList<>(raw.length);
        for (int i = 0; i < raw.length; i++) {
            Optional<String> segment = segment(raw[i], i == raw.length - 1);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(new RequestPath(segments));
    }

    private static Optional<String> segment(String raw, boolean last) {
        return raw.isEmpty()
                ? Optional.of(raw).filter(_ -> last)
                : decoded(raw).filter(RequestPath::isPlain);
    }

    private static boolean isPlain(String segment) {
        return !segment.endsWith(".")
                && !segment.endsWith(" ")
                && segment.codePoints()
                        .noneMatch(
                                c ->
                                        c == '/'
                                                || c == '\\'
                                                || c == '%'
                                                || c == ';'
                                                || Character.isISOControl(c));
    }

    private static Optional<String> decoded(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int width = raw.charAt(at) == '%' ? ENCODED : 1;
            int value = width == 1 ? plain(raw.charAt(at)) : encoded(raw, at + 1);
            if (value < 0) {
                return Optional.empty();
            }
            bytes.put((byte) value);
            at += width;
        }
        return utf8(bytes.flip());
    }

    /** A segment with everything percent-encoded that must be, so that it has one form only. */
    static String encoded(String segment) {
        StringBuilder encoded = new StringBuilder();
        for (byte value : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (value & 0xFF);
            if (isUnencoded(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(value));
            }
        }
        return encoded.toString();
    }

    private static int plain(char c) {
        return isUnencoded(c) ? c : -1;
    }

    private static int encoded(String raw, int digits) {
        boolean valid =
                digits + 2 <= raw.length()
                        && HexFormat.isHexDigit(raw.charAt(digits))
                        && HexFormat.isHexDigit(raw.charAt(digits + 1));
        return valid ? HexFormat.fromHexDigits(raw, digits, digits + 2) : -1;
    }

    private static boolean isUnencoded(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PLAIN.indexOf(c) >= 0;
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
