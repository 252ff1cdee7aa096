package io.keyledger.access.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

class ProxyChainSpec {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "'203.0.113.9, 192.0.2.7', 192.0.2.7",
        "'192.0.2.7:52000', 192.0.2.7",
        "2001:db8::1, 2001:db8::1",
        "'[2001:db8::1]:52000', 2001:db8::1",
        "'203.0.113.9|192.0.2.7', 192.0.2.7",
        "'192.0.2.7,', ",
        "unknown, ",
        "'192.0.2.7, localhost', ",
        "'', "
    })
    void isTheLastWhereNobodyIsTrusted(String headers, @Nullable String address) {
        assertThat(address(headers)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'192.0.2.7, 10.0.0.2', 192.0.2.7",
        "'203.0.113.9, 192.0.2.7, 10.0.0.3, 10.0.0.2', 192.0.2.7",
        "'192.0.2.7|10.0.0.2', 192.0.2.7",
        "'10.0.0.3, 10.0.0.2', ",
        "'192.0.2.7, nonsense, 10.0.0.2', ",
        "192.0.2.7, 192.0.2.7"
    })
    void isTheLastBeforeThoseWhoAre(String headers, @Nullable String address) {
        assertThat(address(headers, "10.0.0.0/8")).isEqualTo(address);
    }

    @Test
    void aProxyIsANetworkOrAnAddress() {
        ProxyChain proxies = ProxyChain.of("THESE", "10.0.0.0/8, 192.0.2.1,fd00::1");
        assertThat(Stream.of("10.1.2.3", "192.0.2.1", "fd00::1")).allMatch(isTrustedBy(proxies));
        assertThat(Stream.of("192.0.2.2", "fd00::2", "11.0.0.1")).noneMatch(isTrustedBy(proxies));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.1,", "::/129"})
    void anythingElseIsRefused(String networks) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyChain.of("THESE", networks))
                .withMessageStartingWith("THESE holds no network and no address: ");
    }

    private static Predicate<String> isTrustedBy(ProxyChain proxies) {
        return address -> proxies.isTrusted(SourceAddress.parse(address).orElseThrow());
    }

    private static @Nullable String address(String headers, String... trusted) {
        ProxyChain proxies = ProxyChain.of("THESE", String.join(",", trusted));
        SourceAddress found = proxies.client(List.of(headers.split("\\|", -1)));
        return found == null ? null : found.text();
    }
}
