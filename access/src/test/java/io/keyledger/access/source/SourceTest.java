package io.keyledger.access.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

class SourceTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 192.0.2.7/32",
        "::ffff:192.0.2.7, 192.0.2.7, 192.0.2.7/32",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1, 2001:db8::/64",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1, 2001:db8:0:1::/64",
        "2001:0db8::0001, 2001:db8::1, 2001:db8::/64",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3, 1:0:0:2::/64",
        "::1, ::1, ::/64",
        "::, ::, ::/64",
        "fe80::1, fe80::1, fe80::/64",
        "fe80::1%eth9, fe80::1, fe80::/64",
    })
    void anAddressIsWrittenInOneWay(String given, String text, String network) {
        assertThat(SourceAddress.parse(given))
                .contains(new SourceAddress(InetAddress.ofLiteral(text), text, network));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "1",
                "1.2.3",
                "256.1.1.1",
                "[::1]",
                "a:b",
                "1.2.3.4 "
            })
    void namesAndOtherTextsAreNoAddress(String given) {
        assertThat(SourceAddress.parse(given)).isEmpty();
    }

    @Test
    void textsAreBoundedAndMadeFit() {
        Source source = new Source(null, "a\u0000b\ud800c" + "x".repeat(300), " ");
        assertThat(source.userAgent()).startsWith("a\uFFFDb\uFFFDcx").hasSize(256);
        assertThat(source.requestId()).isNull();
        assertThat(new Source(null, "x".repeat(255) + "😀", null).userAgent()).hasSize(255);
    }
}
