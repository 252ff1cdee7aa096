package io.keyledger.command.api;

import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Host names of APIs: DNS names (RFC 1123, section 2.1; others in their ASCII form) and IP
 * literals, in lower case and without ports. IPv6 literals stand without brackets, all eight groups
 * written.
 */
final class HostNames {

    static final int HOSTS = 20;

    private static final int LENGTH = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*" + LABEL);
    private static final Pattern NUMBERS = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final String BYTE = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern QUAD = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");

    private HostNames() {}

    /** Sorted, each once. */
    static List<String> read(String field, List<String> hosts) {
        if (hosts.size() > HOSTS) {
            throw Fields.invalid(field, "must be at most " + HOSTS);
        }
        TreeSet<String> read = new TreeSet<>();
        for (int i = 0; i < hosts.size(); i++) {
            read.add(host(field + "[" + i + "]", hosts.get(i)));
        }
        return List.copyOf(read);
    }

    private static String host(String field, @Nullable String given) {
        String host = given == null ? "" : given.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.indexOf(':') >= 0) {
            return ipv6(field, host);
        }
        boolean name = NAME.matcher(host).matches() && !NUMBERS.matcher(host).matches();
        if (host.length() > LENGTH || !name && !QUAD.matcher(host).matches()) {
            throw invalid(field);
        }
        return host;
    }

    private static String ipv6(String field, String literal) {
        try {
            if (IPV6.matcher(literal).matches()) {
                return InetAddress.ofLiteral(literal).getHostAddress();
            }
        } catch (IllegalArgumentException _) {
            throw invalid(field);
        }
        throw invalid(field);
    }

    private static RuntimeException invalid(String field) {
        return Fields.invalid(field, "must be a DNS name or an IP literal, without port");
    }
}
