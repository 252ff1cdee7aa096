package io.keyledger.access.server;

import org.eclipse.jetty.http.HttpURI;

import java.util.BitSet;

/**
 * What may stand in a request's target: the characters of RFC 3986 and no others, each of which
 * somebody else on a request's way could take for something else.
 */
final class RequestTarget {

    private static final BitSet ALLOWED = new BitSet();

    static {
        ALLOWED.set('a', 'z' + 1);
        ALLOWED.set('A', 'Z' + 1);
        ALLOWED.set('0', '9' + 1);
        "-._~:/?[]@!$&'()*+,;=%".chars().forEach(ALLOWED::set);
    }

    private RequestTarget() {}

    static boolean isReadable(HttpURI target) {
        String sent = target.getPathQuery();
        if (sent == null || !sent.startsWith("/") || target.getFragment() != null) {
            return false;
        }
        for (int i = 0; i < sent.length(); i++) {
            if (!ALLOWED.get(sent.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
