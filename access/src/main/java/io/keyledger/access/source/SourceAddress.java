package io.keyledger.access.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address and the network it is counted by.
 *
 * @param address as it is compared with networks
 * @param text canonical: IPv4 as a dotted quad, IPv6 as in RFC 5952 without a zone; an IPv4-mapped
 *     address is written as IPv4
 * @param network its /32 or /64 in CIDR form
 */
public record SourceAddress(InetAddress address, String text, String network) {

    private static final Pattern DOTTED_QUAD = Pattern.compile("\\d{1,3}+(?:\\.\\d{1,3}+){3}");
    private static final int MAX_LENGTH = 64;
    private static final int NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    /** Takes an address literal, or nothing if it is none; names are never resolved. */
    public static Optional<SourceAddress> parse(String literal) {
        boolean literalOnly =
                literal.length() <= MAX_LENGTH
                        && (literal.indexOf(':') >= 0 || DOTTED_QUAD.matcher(literal).matches());
        if (!literalOnly || literal.indexOf('[') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(InetAddress.ofLiteral(withoutZone(literal))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public static SourceAddress of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            String text = address.getHostAddress();
            return new SourceAddress(address, text, text + "/32");
        }
        byte[] bytes = address.getAddress();
        byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), IPV6_BYTES);
        return new SourceAddress(address, Ipv6Text.of(bytes), Ipv6Text.of(network) + "/64");
    }

    private static String withoutZone(String literal) {
        int zone = literal.indexOf('%');
        return zone < 0 ? literal : literal.substring(0, zone);
    }
}
