package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.Served;
import io.keyledger.console.StubApi;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;

/** What the console asks of the API when service users are named above the timeline. */
class NamedUserTest {

    private static final String ID = "01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a62";
    private static final String LIST = "GET /api/v1/workspaces/acme/service-users";

    private StubApi api;
    private Served console;

    @BeforeEach
    void open() {
        api = new StubApi();
        console = new Served(api);
        console.signIn();
        api.asked();
    }

    @AfterEach
    void close() {
        console.close();
        api.close();
    }

    @Test
    void whoIsNobodyIsToldWithoutReadingTheTrail() {
        HttpResponse<String> page = console.get("/acme/timeline?username=nobody&kind=use");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("No service user is or was called that", "value=\"nobody\"")
                .doesNotContain("All as CSV", "Live");
        assertThat(api.asked()).containsExactly(LIST, LIST);
    }

    @Test
    void anIdAndNoNameArePlainAddresses() {
        assertThat(asked("username=" + ID + "&q=&kind=use"))
                .endsWith("/acme/timeline?kind=use&user=" + ID);
        assertThat(asked("username=&user=" + ID + "&q=x")).endsWith("/acme/timeline?q=x");
    }

    private String asked(String query) {
        return Served.location(console.get("/acme/timeline?" + query));
    }
}
