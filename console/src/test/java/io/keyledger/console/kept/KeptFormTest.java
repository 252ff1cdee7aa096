package io.keyledger.console.kept;

import static io.keyledger.console.Served.by;
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
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;

/** Which forms are kept when nobody could take them, for whom, and that none is carried out. */
class KeptFormTest {

    private static final String NEW = "/acme/groups/new";
    private static final String[] OWN = {"Sec-Fetch-Site", "same-origin"};
    private static final String TYPED = "typed before the session was lost";
    private static final String KEPT = "/console/sign-in?problem=form-kept";
    private static final long LOOKS_AGAIN = 1_100;
    private static final String LOST = "/console/sign-in?problem=form-expired";

    private final StubApi api = new StubApi();
    private final Served console = new Served(api);
    private String sent = "";

    @BeforeEach
    void openTheForm() {
        console.signIn();
        sent = sent(TYPED);
        api.asked();
    }

    @AfterEach
    void close() {
        console.close();
        api.close();
    }

    @Test
    void whatWasTypedIsShownAfterSigningInAndIsNotDone() {
        console.loseSession();
        assertThat(location(console.post(NEW, sent, OWN))).isEqualTo(KEPT);
        assertThat(console.get("/sign-in?problem=form-kept").body()).contains("is kept");
        String anonymous = console.cookie();
        assertThat(location(console.signIn())).isEqualTo("/console/_/kept");
        assertThat(console.cookie()).isNotEqualTo(anonymous);
        HttpResponse<String> form = console.get("/_/kept");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("value=\"" + TYPED + "\"", "nothing of it is done yet")
                .doesNotContain("role=\"alert\"");
        assertThat(api.asked()).noneMatch(each -> each.startsWith("POST"));
        console.post(NEW, form("_csrf", token(form), "name", TYPED));
        assertThat(api.asked()).contains("POST /api/v1/workspaces/acme/groups");
    }

    @Test
    void whoSignedInElsewhereMeanwhileSeesItAtOnce() {
        console.loseSession();
        console.signIn();
        assertThat(location(console.post(NEW, sent, OWN))).isEqualTo("/console/_/kept");
        assertThat(console.get("/_/kept").body()).contains(TYPED);
    }

    @Test
    void whatGoesOnElsewhereIsRemindedOfIt() {
        console.loseSession();
        console.post(NEW, sent, OWN);
        console.get("/acme/roles");
        assertThat(location(console.signIn())).contains("/console/acme/roles");
        assertThat(console.get("/acme/roles").body())
                .contains("Go on with it")
                .doesNotContain(TYPED);
        console.get("/_/kept");
        assertThat(console.get("/acme/roles").body()).doesNotContain("Go on with it");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Sec-Fetch-Site,none",
        "Origin,https://evil.example",
        "Origin,null",
        "X-Nothing,said"
    })
    void whatAnotherSiteSendsIsNotKept(String header, String value) {
        console.loseSession();
        assertThat(location(console.post(NEW, sent, header, value))).isEqualTo(LOST);
        assertNothingIsKept();
        assertThat(location(console.post(NEW, sent, header, value))).isEqualTo(LOST);
        assertNothingIsKept();
    }

    @Test
    void whereBrowsersTellTheOriginAloneItIsEnough() {
        console.loseSession();
        assertThat(location(console.post(NEW, sent, "Origin", console.address()))).isEqualTo(KEPT);
    }

    @Test
    void nobodyElseSeesIt() {
        console.loseSession();
        assertThat(location(console.post(NEW, sent, OWN))).isEqualTo(KEPT);
        api.knowsEverybodyAs("eve");
        console.signIn();
        assertThat(location(console.get("/_/kept"))).isEqualTo("/console/");
        assertThat(console.get("/acme/roles").body()).doesNotContain("Go on with it", TYPED);
    }

    @Test
    void whatDoesNotSayWhomItWasShownToIsNotKept() {
        console.loseSession();
        assertThat(location(console.post(NEW, form("name", TYPED), OWN))).isEqualTo(LOST);
    }

    @Test
    void whatIsTooLongIsNotKept() {
        String fits = sent("x".repeat(Keepable.LONGEST - 1_000));
        String tooLong = sent("x".repeat(Keepable.LONGEST));
        console.loseSession();
        assertThat(location(console.post(NEW, fits, OWN))).isEqualTo(KEPT);
        assertThat(location(console.post(NEW, tooLong, OWN))).isEqualTo(LOST);
    }

    @Test
    void noMoreThanSoManyAreKept() {
        console.loseSession();
        console.post(NEW, sent, OWN);
        for (int others = 0; others < KeptForms.MOST; others++) {
            console.postAsSomebodyElse(NEW, sent, OWN);
        }
        console.signIn();
        assertThat(location(console.get("/_/kept"))).isEqualTo("/console/");
    }

    @Test
    void keysAreNotKept() {
        String pasted = sent("kl_0123456789ab_" + "c".repeat(49));
        console.loseSession();
        assertThat(location(console.post(NEW, pasted, OWN))).isEqualTo(LOST);
        String signIn = form("key", "kl_0123456789ab_cdef", KeptForm.BY, "somebody");
        assertThat(location(console.post("/sign-in", signIn, OWN))).isEqualTo(LOST);
    }

    @Test
    void whatAPageAsksWhileOneTypesLeavesItAsItIs() {
        console.loseSession();
        HttpResponse<String> part =
                console.post(
                        "/acme/policies/judged",
                        sent,
                        "Sec-Fetch-Site",
                        "same-origin",
                        "HX-Request",
                        "true");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).isEmpty();
        // A session that began here would take the place of the one that a form is kept for, if
        // this answer came after that form's.
        assertThat(part.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aKeyThatEndsMeanwhileEndsTheSessionAndNotTheForm() {
        api.is(Mode.REFUSING);
        assertThat(location(console.post(NEW, sent, OWN))).isEqualTo(KEPT);
        api.is(Mode.WELL);
        assertThat(location(console.signIn())).isEqualTo("/console/_/kept");
        assertThat(console.get("/_/kept").body()).contains(TYPED);
    }

    @Test
    void whatWasTypedWhileNobodyAnswersIsKept() throws InterruptedException {
        api.is(Mode.UNAVAILABLE);
        console.get("/acme/roles");
        assertThat(console.post(NEW, sent, OWN).body())
                .contains("nothing was changed", "Go on with what you typed");
        assertThat(console.get("/_/kept").body())
                .contains("does not answer", "Go on with what you typed");
        api.is(Mode.WELL);
        Thread.sleep(LOOKS_AGAIN);
        assertThat(console.get("/_/kept").body()).contains(TYPED);
    }

    private String sent(String name) {
        HttpResponse<String> page = console.get(NEW);
        return form("_csrf", token(page), KeptForm.BY, by(page), "name", name);
    }

    private void assertNothingIsKept() {
        String next = location(console.signIn());
        assertThat(next).isEqualTo("/console/");
        assertThat(location(console.get("/_/kept"))).isEqualTo("/console/");
    }
}
