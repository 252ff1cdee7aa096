package io.keyledger.console.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.page.Address;

import org.junit.jupiter.api.Test;

import java.util.Map;

class PersonSearchTest {

    private static final String PATH = "/console/acme/people";

    @Test
    void theAddressSaysWhatIsAskedAndChipsTakeItAway() {
        PersonSearch search =
                of(Map.of("q", "ada", "permission", "a:b", "sort", "-lastSignIn", "other", "x"));
        assertThat(search.asked("next"))
                .isEqualTo(
                        Map.of(
                                "q",
                                "ada",
                                "permission",
                                "a:b",
                                "sort",
                                "-lastSignIn",
                                "limit",
                                "50",
                                "cursor",
                                "next"));
        assertThat(search.others()).isEqualTo(Map.of("permission", "a:b", "sort", "-lastSignIn"));
        assertThat(search.chips(Map.of()).getFirst().without()).doesNotContain("q=ada");
        assertThat(search.isUnfiltered()).isFalse();
    }

    @Test
    void aHeadTurnsTheOrderAndBeginsWithTheLatest() {
        var heads = of(Map.of()).heads();
        assertThat(heads.get("name").order()).isEqualTo("ascending");
        assertThat(heads.get("name").address()).isEqualTo(PATH + "?sort=-name");
        assertThat(heads.get("lastSignIn").address()).isEqualTo(PATH + "?sort=-lastSignIn");
        var turned = of(Map.of("sort", "-lastSignIn", "cursor", "c")).heads().get("lastSignIn");
        assertThat(turned.order()).isEqualTo("descending");
        assertThat(turned.address()).isEqualTo(PATH + "?sort=lastSignIn");
    }

    private static PersonSearch of(Map<String, String> parameters) {
        return PersonSearch.of(new Address(PATH, parameters));
    }
}
