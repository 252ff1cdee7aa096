package io.keyledger.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

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

    private static OidcSettings settings(String prefix, String map) {
        return new OidcSettings("https://login.example.com", "k", "", "", "", prefix, map);
    }
}
