package io.keyledger.console.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.listing.Search;
import io.keyledger.console.page.Address;

import org.junit.jupiter.api.Test;

import java.util.Map;

class PersonSearchTest {

    private static final String PATH = "/console/acme/people";

    @Test
    void theAddressSaysWhatIsAskedAndChipsTakeItAway() {
        Search search =
                of(
                        Map.of(
                                "q",
                                "ada",
                                "permission",
                                "a:b",
                                "sort",
                                "-lastSignIn",
                                "other",
                                "x",
                                "cursor",
                                "next"));
        assertThat(search.asked())
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
        var sortings = of(Map.of()).sortings();
        assertThat(sortings.get("name").order()).isEqualTo("ascending");
        assertThat(sortings.get("name").address()).isEqualTo(PATH + "?sort=-name");
        assertThat(sortings.get("lastSignIn").address()).isEqualTo(PATH + "?sort=-lastSignIn");
        var turned = of(Map.of("sort", "-lastSignIn", "cursor", "c")).sortings().get("lastSignIn");
        assertThat(turned.order()).isEqualTo("descending");
        assertThat(turned.address()).isEqualTo(PATH + "?sort=lastSignIn");
    }

    private static Search of(Map<String, String> parameters) {
        return Search.of(PersonController.LISTING, new Address(PATH, parameters));
    }
}
