package io.keyledger.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.Loopback;
import io.keyledger.console.export.FakeApi.End;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.WebServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exports as people meet them, over HTTP. */
class ExportsTest {

    private static final String TIMELINE = "/acme/timeline.csv?kind=use";
    private static final String EXPORTS = "/acme/exports";
    private static final String WHOLE = FakeApi.HEADING + FakeApi.FIRST + FakeApi.REST;
    private static final Pattern ROW = Pattern.compile("id=\"row-([0-9a-f-]{36})\"");

    private FakeApi api;
    private WebServer server;
    private Somebody ada;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        api = new FakeApi();
        server = Loopback.console(api::address);
        ada = Somebody.at(console());
        api.asked.clear();
    }

    @AfterEach
    void close() {
        api.close();
        server.stop();
    }

    @Test
    void whatIsShortIsHandedOverAtOnceAndReadOnce() throws IOException, InterruptedException {
        HttpResponse<String> table = export();
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.body()).isEqualTo(WHOLE);
        assertThat(table.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("audit-acme.csv");
        assertThat(table.headers().firstValueAsLong("Content-Length")).hasValue(WHOLE.length());
        assertThat(api.reads()).isEqualTo(1);
        assertThat(api.asked.getLast()).endsWith("/audit.csv?kind=use");
        assertThat(ada.get(EXPORTS).body()).contains("There are none now");
    }

    @Test
    void whatIsLongTellsHowFarItIsAndIsTakenLaterAndReadOnce()
            throws IOException, InterruptedException {
        api.end = End.ONCE_LET;
        HttpResponse<String> page = export();
        String id = id(page);
        assertThat(page.body())
                .contains("value=\"25\"", "25 %", "1 row", "kind: use", ">Cancel<")
                .contains("hx-get=\"/console/acme/exports\"");
        assertThat(ada.poll(EXPORTS + "?told=Timeline+25+%25+written").body())
                .startsWith("<div id=\"exports\"")
                .doesNotContain("hx-swap-oob");
        assertThat(ada.poll(EXPORTS).body()).contains("hx-swap-oob", "Timeline 25 % written");
        assertThat(ada.get(file(id)).statusCode()).isEqualTo(404);
        api.let.countDown();
        assertThat(until("complete").body())
                .contains("2 rows", "Download", "removed ")
                .doesNotContain("hx-get");
        assertThat(ada.get(file(id)).body()).isEqualTo(WHOLE);
        assertThat(ada.get(file(id)).body()).isEqualTo(WHOLE);
        assertThat(api.reads()).isEqualTo(1);
    }

    @Test
    void nobodyElseFindsItNorMayEndIt() throws IOException, InterruptedException {
        api.end = End.ONCE_LET;
        String id = id(export());
        Somebody other = Somebody.at(console());
        assertThat(other.get(EXPORTS).body()).contains("There are none now").doesNotContain(id);
        assertThat(other.post(EXPORTS, EXPORTS + "/" + id + "/cancel", "").statusCode())
                .isEqualTo(404);
        api.let.countDown();
        until("complete");
        assertThat(other.get(file(id)).statusCode()).isEqualTo(404);
        assertThat(new Somebody(console()).get(file(id)).body()).contains("API key");
        assertThat(ada.get(file(id).replace("/acme/", "/other/")).statusCode()).isEqualTo(404);
        assertThat(ada.get(file(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverSignsInAnewInTheSameSessionFindsNothing() throws IOException, InterruptedException {
        api.end = End.ONCE_LET;
        String id = id(export());
        ada.post(EXPORTS, "/sign-in", "key=kl_other");
        assertThat(ada.get(EXPORTS).body()).contains("There are none now").doesNotContain(id);
    }

    @Test
    void whatIsCancelledSaysSoAndIsAskedForAnew() throws IOException, InterruptedException {
        api.end = End.ONCE_LET;
        String id = id(export());
        assertThat(ada.post(EXPORTS, EXPORTS + "/" + id + "/cancel", "").body())
                .contains("cancelled", "after <span>1 row", "Nothing of it was kept")
                .contains("action=\"/console/acme/timeline.csv?kind=use\"");
        assertThat(ada.post(EXPORTS, EXPORTS + "/" + id + "/remove", "").body())
                .contains("There are none now");
    }

    @Test
    void whatIsCutOffFailsAndNothingOfItIsHandedOver() throws IOException, InterruptedException {
        api.end = End.CUT_OFF;
        HttpResponse<String> page = export();
        assertThat(page.body())
                .contains("failed", "after <span>1 row", "Keyledger stopped answering")
                .contains("Try again");
        assertThat(ada.get(file(id(page))).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRefusedIsToldAsOnAnyPage() throws IOException, InterruptedException {
        api.end = End.REFUSED;
        HttpResponse<String> page = export();
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You may not do this");
        assertThat(ada.get(EXPORTS).body()).contains("There are none now");
    }

    @Test
    void whatIsAskedForInALostSessionIsNotWrittenBySigningInAgain()
            throws IOException, InterruptedException {
        Somebody back = new Somebody(console());
        back.postFromOwnPage(TIMELINE, "_by=" + FakeApi.ADA);
        back.post("/sign-in", "/sign-in", "key=kl_key");
        assertThat(api.asked).noneMatch(path -> path.contains("audit.csv"));
        assertThat(back.get(EXPORTS).body()).contains("There are none now");
    }

    @Test
    void onlyTwoAreWrittenAtOnce() throws IOException, InterruptedException {
        api.end = End.ONCE_LET;
        export();
        export();
        assertThat(export().body()).contains("Refused: <span>2 of your exports are being written");
        assertThat(api.reads()).isEqualTo(2);
    }

    @Test
    void whoeverMayNotReadItAnyMoreDoesNotGetItEither() throws IOException, InterruptedException {
        api.end = End.ONCE_LET;
        String id = id(export());
        api.let.countDown();
        until("complete");
        api.permission = "service-users:view";
        TimeUnit.SECONDS.sleep(11);
        assertThat(ada.get(file(id)).body())
                .contains("takes audit:view, which you do not have any more", "There are none now");
    }

    @Test
    void signingOutEndsAndRemovesIt() throws IOException, InterruptedException {
        api.end = End.ONCE_LET;
        export();
        String id = id(export());
        ada.post(EXPORTS, "/sign-out", "");
        assertThat(ada.get(file(id)).body()).contains("API key");
        ada.post("/sign-in", "/sign-in", "key=kl_key");
        assertThat(ada.get(EXPORTS).body()).contains("There are none now");
        assertThat(ada.get(file(id)).statusCode()).isEqualTo(404);
        api.end = End.AT_ONCE;
        HttpResponse<String> other = export();
        for (int tries = 0; tries < 100 && !other.body().equals(WHOLE); tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
            other = export();
        }
        assertThat(other.body()).as("those before it are not written any more").isEqualTo(WHOLE);
    }

    private HttpResponse<String> export() throws IOException, InterruptedException {
        return ada.post(EXPORTS, TIMELINE, "");
    }

    private HttpResponse<String> until(String text) throws IOException, InterruptedException {
        HttpResponse<String> page = ada.get(EXPORTS);
        for (int tries = 0; tries < 200 && !page.body().contains(text); tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
            page = ada.get(EXPORTS);
        }
        assertThat(page.body()).contains(text);
        return page;
    }

    private static String id(HttpResponse<String> page) {
        Matcher row = ROW.matcher(page.body());
        assertThat(row.find()).as(page.body()).isTrue();
        return row.group(1);
    }

    private static String file(String id) {
        return EXPORTS + "/" + id + "/table";
    }

    private URI console() {
        return Loopback.address(server.getPort());
    }
}
