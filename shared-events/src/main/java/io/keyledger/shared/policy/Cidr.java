package io.keyledger.shared.policy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network of IPv4 (RFC 4632) or IPv6 (RFC 4291) addresses. Bits behind the prefix must be zero:
 * {@code 10.1.2.3/8} is more often a mistake than a network.
 */
public final class Cidr {

    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]{2,45})/(0|[1-9]\\d{0,2})");

    /** Without leading zeros, which some read as octal. */
    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(0|[1-9]\\d{0,2})(?:\\.(0|[1-9]\\d{0,2})){3}");

    private static final int BITS = 8;
    private static final int IPV4_BYTES = 4;

    private final byte[] network;
    private final int prefix;

    private Cidr(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * The network that is written so, or nothing if it is none. A network of IPv4-mapped IPv6
     * addresses is none either: its prefix could be meant for either form.
     */
    public static Optional<Cidr> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(form.group(2));
        boolean quad = form.group(1).indexOf(':') < 0;
        return bytes(form.group(1))
                .filter(bytes -> quad == (bytes.length == IPV4_BYTES))
                .filter(bytes -> prefix <= bytes.length * BITS)
                .map(bytes -> new Cidr(bytes, prefix))
                .filter(Cidr::hasNoHostBits);
    }

    /** Whether the network holds the address. */
    public boolean contains(InetAddress address) {
        return startsLike(address.getAddress());
    }

    private boolean startsLike(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(address, bit) != bit(network, bit)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasNoHostBits() {
        for (int bit = prefix; bit < network.length * BITS; bit++) {
            if (bit(network, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int bit) {
        return bytes[bit / BITS] >> (BITS - 1 - bit % BITS) & 1;
    }

    /** An IPv4-mapped IPv6 address is read as the IPv4 one that it means. */
    private static Optional<byte[]> bytes(String literal) {
        if (literal.indexOf(':') < 0 && !DOTTED_QUAD.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
