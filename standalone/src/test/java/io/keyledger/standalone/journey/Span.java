package io.keyledger.standalone.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A span as OTLP carries it (opentelemetry/proto/trace/v1/trace.proto), as far as tests look. */
record Span(String trace, String id, String parent, String name) {

    private static final int RESOURCE_SPANS = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;

    static List<Span> in(byte[] request) {
        List<Span> spans = new ArrayList<>();
        for (byte[] resource : fields(request, RESOURCE_SPANS)) {
            for (byte[] scope : fields(resource, SCOPE_SPANS)) {
                fields(scope, SPANS).forEach(span -> spans.add(read(span)));
            }
        }
        return spans;
    }

    private static Span read(byte[] span) {
        return new Span(hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5));
    }

    private static String hex(byte[] message, int field) {
        List<byte[]> found = fields(message, field);
        return found.isEmpty() ? "" : HexFormat.of().formatHex(found.getFirst());
    }

    private static String text(byte[] message, int field) {
        return new String(fields(message, field).getFirst(), StandardCharsets.UTF_8);
    }

    /** The values of a field that is of a type with a length. */
    private static List<byte[]> fields(byte[] message, int wanted) {
        List<byte[]> found = new ArrayList<>();
        int[] at = {0};
        while (at[0] < message.length) {
            long tag = varint(message, at);
            switch ((int) tag & 7) {
                case 0 -> varint(message, at);
                case 1 -> at[0] += 8;
                case 2 -> {
                    int length = (int) varint(message, at);
                    if (tag >> 3 == wanted) {
                        found.add(Arrays.copyOfRange(message, at[0], at[0] + length));
                    }
                    at[0] += length;
                }
                case 5 -> at[0] += 4;
                default -> throw new AssertionError("no protobuf");
            }
        }
        return found;
    }

    private static long varint(byte[] message, int[] at) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message[at[0]++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
