package io.keyledger.console.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.page.Address;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SearchTest {

    private static final Listing LISTING =
            Listing.inOrderOf(
                            Listing.Column.of("username", "Username"),
                            Listing.Column.of("status", "Status"),
                            Listing.Column.latestFirst("createdAt", "Created"))
                    .field("q", "text")
                    .field("group", "group")
                    .filter("owner", "owner");

    @Test
    void theAddressSaysWhatTheApiIsAskedAndNothingUnknownIs() {
        Search search =
                of(Map.of("q", "a b", "sort", "-status", "cursor", "c", "x", "y", "at", "t"));
        assertThat(search.asked())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("q", "a b", "sort", "-status", "cursor", "c", "limit", "50"));
        assertThat(search.isUnfiltered()).isFalse();
        assertThat(search.others()).isEqualTo(Map.of("sort", "-status"));
    }

    @Test
    void aChipTakesItsOwnFilterAwayAndNoOther() {
        Search search = of(Map.of("owner", "ann & bob", "at", "2026-03-03T14:02:11Z"));
        Search.Chip chip = search.chips(Map.of()).getFirst();
        assertThat(chip.name()).isEqualTo("owner");
        assertThat(chip.without()).isEqualTo("/list?at=2026-03-03T14:02:11Z");
        assertThat(search.page().with("q", "a&b=ü").text())
                .contains("owner=ann%20%26%20bob")
                .contains("q=a%26b%3D%C3%BC");
    }

    @Test
    void aChipNamesWhatItsValueStandsFor() {
        Search search = of(Map.of("group", "17", "owner", "ann", "sort", "status", "at", "t"));
        assertThat(search.chips(Map.of("17", "Readers")).stream().map(Search.Chip::value))
                .containsExactly("Readers", "ann");
        assertThat(search.others()).isEqualTo(Map.of("owner", "ann", "sort", "status"));
        assertThat(search.kept())
                .isEqualTo(Map.of("group", "17", "owner", "ann", "sort", "status"));
        assertThat(search.all()).doesNotContain("group").doesNotContain("owner").contains("at=t");
    }

    @Test
    void aColumnIsTurnedWhenItIsTheOneAlready() {
        assertThat(sorting("username", "").order()).isEqualTo("ascending");
        assertThat(sorting("username", "").address()).isEqualTo("/list?sort=-username");
        assertThat(sorting("username", "-username").address()).endsWith("sort=username");
        assertThat(sorting("username", "status").order()).isNull();
        assertThat(sorting("createdAt", "").address()).endsWith("sort=-createdAt");
        assertThat(sorting("createdAt", "-createdAt").order()).isEqualTo("descending");
        assertThat(sorting("createdAt", "-createdAt").address()).endsWith("sort=createdAt");
        assertThat(sorting("createdAt", "createdAt").address()).endsWith("sort=-createdAt");
    }

    private static Sorting sorting(String column, String sort) {
        Search search = of(sort.isEmpty() ? Map.of() : Map.of("sort", sort));
        return search.sortings().get(column);
    }

    private static Search of(Map<String, String> parameters) {
        return Search.of(LISTING, new Address("/list", parameters));
    }
}
