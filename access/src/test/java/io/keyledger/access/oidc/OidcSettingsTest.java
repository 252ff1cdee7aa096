package io.keyledger.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.TokenIssuer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OidcSettingsTest {

    @Test
    void namesWithThePrefixSayWorkspaceAndGroup() {
        assertThat(
                        settings("", "")
                                .claimed(
                                        List.of(
                                                "keyledger:acme:workspace-owners",
                                                "/keyledger:acme:Catalog: viewers",
                                                "everybody",
                                                "keyledger:acme",
                                                "keyledger::x",
                                                "keyledger:acme:workspace-owners")))
                .containsExactly(
                        new ClaimedGroup("acme", "workspace-owners"),
                        new ClaimedGroup("acme", "Catalog: viewers"));
    }

    @Test
    void otherNamesAreListed() {
        OidcSettings settings =
                settings("none", "Platform team=system:administrators; a=b=acme:viewers");
        assertThat(settings.claimed(List.of("/Platform team", "a=b", "keyledger:acme:viewers")))
                .containsExactly(
                        new ClaimedGroup("system", "administrators"),
                        new ClaimedGroup("acme", "viewers"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com, keyledger, '', ",
        "http://127.0.0.1:9000, keyledger, '', ",
        "'', '', '', ",
        "http://login.example.com, keyledger, '', KEYLEDGER_OIDC_ISSUER is no https",
        "https://login.example.com?x=y, keyledger, '', KEYLEDGER_OIDC_ISSUER is no https",
        "login, keyledger, '', KEYLEDGER_OIDC_ISSUER is no https",
        "https://login.example.com, '', '', KEYLEDGER_OIDC_AUDIENCE is missing",
        "'', keyledger, '', KEYLEDGER_OIDC_ISSUER is missing",
        "https://login.example.com, k, a=b, KEYLEDGER_OIDC_GROUP_MAP holds what is no",
        "https://login.example.com, k, =a:b, KEYLEDGER_OIDC_GROUP_MAP holds what is no"
    })
    void whatCannotBeUsedIsSaid(String issuer, String audience, String map, String complaint) {
        OidcSettings settings = new OidcSettings(issuer, audience, "", "", "", "", map);
        if (complaint == null) {
            assertThat(settings.complaint()).isNull();
        } else {
            assertThat(settings.complaint()).startsWith(complaint);
        }
        assertThat(settings.isOn()).isEqualTo(!issuer.isEmpty());
    }

    @Test
    void theEnvironmentSaysTheSame() {
        Map<String, String> environment = new HashMap<>();
        List.of("ISSUER", "AUDIENCE", "KEYS", "GROUPS_CLAIM", "NAME_CLAIM", "GROUP_PREFIX")
                .forEach(name -> environment.put("KEYLEDGER_OIDC_" + name, name));
        environment.put("KEYLEDGER_OIDC_GROUP_MAP", "a=b:c");
        assertThat(OidcSettings.of(environment))
                .isEqualTo(
                        new OidcSettings(
                                "ISSUER",
                                "AUDIENCE",
                                "KEYS",
                                "GROUPS_CLAIM",
                                "NAME_CLAIM",
                                "GROUP_PREFIX",
                                "a=b:c"));
        assertThat(OidcSettings.of(Map.of())).isEqualTo(settings("", "", ""));
    }

    @Test
    void aProviderThatIsNotThereOrAnotherIsToldByTheSetting() throws IOException {
        try (TokenIssuer provider = new TokenIssuer()) {
            assertThat(look(provider.issuer(), "")).isEmpty();
            assertThat(look(provider.issuer() + "/", "").orElseThrow())
                    .startsWith(
                            "The provider that KEYLEDGER_OIDC_ISSUER names, " + provider.issuer())
                    .contains("calls itself by another name");
            assertThat(look("https://login.example.com", provider.issuer() + "/keys")).isEmpty();
            assertThat(look(provider.issuer(), provider.issuer() + "/none").orElseThrow())
                    .startsWith("The address that KEYLEDGER_OIDC_KEYS names")
                    .contains("does not answer with keys");
        }
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String gone = "http://127.0.0.1:" + nobody.getLocalPort();
            nobody.close();
            assertThat(look(gone, "").orElseThrow())
                    .isEqualTo(
                            "The provider that KEYLEDGER_OIDC_ISSUER names, "
                                    + gone
                                    + ", does not answer with keys; until that is mended, people"
                                    + " cannot sign in.");
        }
    }

    private static Optional<String> look(String issuer, String keys) {
        return TokenVerifier.of(new OidcSettings(issuer, "k", keys, "", "", "", "")).complaint();
    }

    private static OidcSettings settings(String issuer, String audience, String map) {
        return new OidcSettings(issuer, audience, "", "", "", "", map);
    }

    private static OidcSettings settings(String prefix, String map) {
        return new OidcSettings("https://login.example.com", "k", "", "", "", prefix, map);
    }
}
