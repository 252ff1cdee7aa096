package io.keyledger.console.moment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.page.Moment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentLinksTest {

    private static final Moment THEN = Moment.of("2026-03-03T14:02:11");

    @ParameterizedTest
    @CsvSource({
        "/console/acme/groups, /console/acme/groups?at=2026-03-03T14:02:11Z",
        "/console/acme/people/7, /console/acme/people/7?at=2026-03-03T14:02:11Z",
        "/console/acme/, /console/acme/?at=2026-03-03T14:02:11Z",
        "/console/acme/roles/7?q=a, /console/acme/roles/7?q=a&at=2026-03-03T14:02:11Z",
        "/console/acme/apis/7#r, /console/acme/apis/7?at=2026-03-03T14:02:11Z#r",
        "/console/acme/who-can?at=2026-01-01T00:00:00Z, /console/acme/who-can?at=2026-01-01T00:00:00Z",
        "/console/acme/compare, /console/acme/compare?at=2026-03-03T14:02:11Z",
        "/console/acme/timeline, /console/acme/timeline?to=2026-03-03T14:02:11Z",
        "/console/acme/timeline?user=7, /console/acme/timeline?user=7&to=2026-03-03T14:02:11Z",
        "/console/acme/timeline?from=a&to=b, /console/acme/timeline?from=a&to=b",
        "/console/acme/timeline/7, /console/acme/timeline/7",
        "/console/acme/workspaces, /console/acme/workspaces",
        "/console/acme/groupsies, /console/acme/groupsies",
        "/console/_/assets/console.css, /console/_/assets/console.css",
        "/console/sign-out, /console/sign-out",
        "/console/, /console/"
    })
    void pagesAboutAccessKeepTheMomentAndOthersAreLeftAlone(String link, String kept) {
        assertThat(MomentLinks.kept(link, THEN)).isEqualTo(kept);
    }
}
