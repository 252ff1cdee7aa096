package io.keyledger.access.source;

/** IPv6 addresses as RFC 5952, section 4, writes them. */
final class Ipv6Text {

    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static String of(byte[] address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF;
        }
        int start = longestZeros(groups);
        int end = start + zerosFrom(groups, start);
        if (end - start < 2) {
            return join(groups, 0, GROUPS);
        }
        return join(groups, 0, start) + "::" + join(groups, end, GROUPS);
    }

    private static int longestZeros(int[] groups) {
        int best = 0;
        for (int i = 1; i < GROUPS; i++) {
            if (zerosFrom(groups, i) > zerosFrom(groups, best)) {
                best = i;
            }
        }
        return best;
    }

    private static int zerosFrom(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
