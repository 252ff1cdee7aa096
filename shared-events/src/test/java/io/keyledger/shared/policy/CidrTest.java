package io.keyledger.shared.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/32, 10.1.2.3, true",
        "10.1.2.3/32, 10.1.2.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 203.0.113.9, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2001:DB8::/32, 2001:0db8:0:0::1, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true"
    })
    void holdsWhatStartsWithItsPrefix(String network, String address, boolean held) {
        assertThat(Cidr.parse(network).orElseThrow().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/8 ",
                "10.1.2.3/8",
                "10.0/8",
                "010.0.0.0/8",
                "0x0a.0.0.0/8",
                "256.0.0.0/8",
                "::/129",
                "2001:db8::1/32",
                ":::/0",
                "[::]/0",
                "fe80::%1/64",
                "::ffff:10.0.0.0/8",
                "::ffff:10.0.0.0/104",
                "example.org/8"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Property
    void agreesWithArithmetic(
            @ForAll int address, @ForAll int other, @ForAll @IntRange(max = 32) int prefix) {
        int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        Cidr network = Cidr.parse(quad(address & mask) + "/" + prefix).orElseThrow();

        assertThat(network.contains(InetAddress.ofLiteral(quad(address)))).isTrue();
        assertThat(network.contains(InetAddress.ofLiteral(quad(other))))
                .isEqualTo((other & mask) == (address & mask));
    }

    private static String quad(int address) {
        return (address >>> 24)
                + "."
                + (address >>> 16 & 255)
                + "."
                + (address >>> 8 & 255)
                + "."
                + (address & 255);
    }
}
