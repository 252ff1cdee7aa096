package io.keyledger.console.page;

import static io.keyledger.console.Served.form;
import static io.keyledger.console.Served.location;
import static io.keyledger.console.Served.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.Served;
import io.keyledger.console.StubApi;
import io.keyledger.console.StubApi.Mode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What the console says, how soon, and what it asks, while nobody answers it. */
class AwayTest {

    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1_100);
    private static final String GROUPS = "/acme/groups";

    private final StubApi api = new StubApi();
    private final Served console = new Served(api);

    @BeforeEach
    void signIn() {
        assertThat(location(console.signIn())).isEqualTo("/console/");
        assertThat(console.get(GROUPS).statusCode()).isEqualTo(200);
        api.asked();
    }

    @AfterEach
    void close() {
        console.close();
        api.close();
    }

    @Test
    void aConnectionThatIsRefusedIsToldSoon() {
        api.stop();
        HttpResponse<String> page = soon(() -> console.get(GROUPS));
        assertAway(page);
        assertThat(page.body()).contains("Nothing was changed.", "Try again");
        assertAway(soon(() -> console.get("/acme/roles")));
        api.startAgain();
        assertBack();
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "UNAVAILABLE"})
    void whoDoesNotAnswerIsAskedOnceByAllPages(Mode mode) {
        api.is(mode);
        assertAway(soon(() -> console.get(GROUPS)));
        assertThat(api.asked()).hasSize(1);
        for (String page : new String[] {GROUPS, "/acme/roles", "/acme/service-users"}) {
            assertAway(soon(() -> console.get(page)));
        }
        assertThat(location(soon(console::signIn))).endsWith("problem=unavailable");
        assertThat(api.asked()).isEmpty();
        api.is(Mode.WELL);
        assertThat(location(afterALook(console::signIn))).isEqualTo("/console/");
        assertBack();
    }

    @Test
    void aChangeThatWasNotAnsweredIsNotSentAgainAndOneAfterwardsNotAtAll() {
        String token = token(console.get("/acme/groups/new"));
        api.asked();
        api.is(Mode.SILENT);
        HttpResponse<String> page = soon(() -> create(token));
        assertAway(page);
        assertThat(page.body()).contains("look there before you repeat it");
        assertThat(api.asked()).containsExactly("POST /api/v1/workspaces/acme/groups");
        page = soon(() -> create(token));
        assertAway(page);
        assertThat(page.body()).contains("Nothing of this step was sent, so nothing was changed.");
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void whatIsSlowIsWaitedForWhileSomebodyIsThere() {
        api.is(Mode.SLOW);
        assertThat(console.get(GROUPS).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeAnsweredJustNowIsToldSoonAndKeepsNoOtherPageAway() {
        api.is(Mode.BEHIND);
        HttpResponse<String> page = soon(() -> console.get(GROUPS));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).doesNotContain("has not answered since");
        assertThat(api.asked()).hasSizeBetween(2, 3);
        api.is(Mode.WELL);
        assertThat(console.get(GROUPS).statusCode()).isEqualTo(200);
    }

    @Test
    void whereAProxySaysNothingOfWhySomebodyAsks() {
        api.is(Mode.SILENT);
        assertAway(console.get(GROUPS));
        api.is(Mode.UNREADY);
        assertBack();
    }

    private HttpResponse<String> create(String token) {
        return console.post(GROUPS + "/new", form("_csrf", token, "name", "Readers"));
    }

    private void assertAway(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("Keyledger does not answer just now", "It has not answered since ")
                .contains("href=\"/console/acme/service-users\"", "Signed in as");
    }

    private void assertBack() {
        assertThat(afterALook(() -> console.get(GROUPS)).statusCode()).isEqualTo(200);
    }

    /** Whoever comes when it is time to look again finds that it is back. */
    private static <T> T afterALook(Supplier<T> step) {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return step.get();
    }

    private static <T> T soon(Supplier<T> step) {
        Instant begun = Instant.now();
        T result = step.get();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);
        return result;
    }
}
