package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.source.SourceAddress;
import io.keyledger.shared.policy.Cidr;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

class ClientAddressSpec {

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

    private static @Nullable String address(String headers, String... trusted) {
        List<Cidr> networks =
                Arrays.stream(trusted).map(each -> Cidr.parse(each).orElseThrow()).toList();
        SourceAddress found = new ClientAddress(networks).of(List.of(headers.split("\\|", -1)));
        return found == null ? null : found.text();
    }
}
