package io.keyledger.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import java.util.List;
import java.util.Map;

class WayOutTest {

    private static final String LIST = "/console/acme/groups";
    private static final Address FILTERED = new Address(LIST, Map.of("sort", "owner"));

    @Test
    void whatWasRefusedForAFilterIsThereWithout() {
        assertThat(WayOut.of(FILTERED, true, HttpStatus.BAD_REQUEST, null))
                .containsExactly(new WayOut("The same page without filters", LIST));
    }

    @Test
    void whatWasNotAnsweredIsTriedAgainUnlessItMayHaveChangedSomething() {
        assertThat(WayOut.of(FILTERED, true, HttpStatus.SERVICE_UNAVAILABLE, null))
                .containsExactly(new WayOut("Try again", LIST + "?sort=owner"));
        assertThat(WayOut.of(FILTERED, true, HttpStatus.TOO_MANY_REQUESTS, null))
                .containsExactly(new WayOut("Try again", LIST + "?sort=owner"));
        assertThat(WayOut.of(FILTERED, false, HttpStatus.SERVICE_UNAVAILABLE, null)).isEmpty();
    }

    @Test
    void whatWasNotThereThenIsLookedAtNow() {
        Address then = new Address(LIST, Map.of("at", "2026-03-03T14:02:11Z"));
        assertThat(WayOut.of(then, true, HttpStatus.NOT_FOUND, null))
                .containsExactly(new WayOut("Look at it as it is now", LIST));
    }

    @Test
    void thePageBeforeIsOfferedIfItIsOneOfTheConsole() {
        assertThat(before("http://localhost:8080" + LIST + "?q=a%20b"))
                .containsExactly(new WayOut("Back to the page before", LIST + "?q=a%20b"));
        assertThat(before("https://elsewhere.example/console")).isEmpty();
        assertThat(before("http://localhost:8080/console/sign-in")).isEmpty();
        assertThat(before("http://localhost:8080/console/acme/groups/bulk")).isEmpty();
        assertThat(before("no address at all")).isEmpty();
    }

    private static List<WayOut> before(String referrer) {
        return WayOut.of(
                new Address("/console/acme/groups/bulk", Map.of()),
                false,
                HttpStatus.BAD_REQUEST,
                referrer);
    }
}
