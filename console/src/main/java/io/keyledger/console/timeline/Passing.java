package io.keyledger.console.timeline;

import java.nio.charset.StandardCharsets;

/** Rows of a table (RFC 4180) that pass by: how many, and what the last whole one is. */
final class Passing {

    private static final String COMPLETE = "complete,";
    private static final int POSITION = 4;

    /** What tells of a row comes first: kind, id, two times and the position. */
    private static final int HEAD = 200;

    private byte[] head = new byte[HEAD];
    private byte[] last = new byte[HEAD];
    private int headLength;
    private int lastLength;
    private boolean quoted;
    private long lines;

    void pass(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte one = bytes[i];
            if (one == '"') {
                quoted = !quoted;
            }
            if (one == '\n' && !quoted) {
                endLine();
            } else if (headLength < HEAD) {
                head[headLength++] = one;
            }
        }
    }

    private void endLine() {
        byte[] before = last;
        last = head;
        lastLength = headLength;
        head = before;
        headLength = 0;
        lines++;
    }

    /** Without the heading, and without the line that says they are complete. */
    long entries() {
        return Math.max(0, lines - (areComplete() ? 2 : 1));
    }

    /** Where in the ledger the last one is. */
    long position() {
        return Long.parseLong(lastLine().split(",")[POSITION]);
    }

    boolean areComplete() {
        return lastLine().startsWith(COMPLETE);
    }

    private String lastLine() {
        return new String(last, 0, lastLength, StandardCharsets.UTF_8);
    }
}
