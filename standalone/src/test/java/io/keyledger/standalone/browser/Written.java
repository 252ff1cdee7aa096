package io.keyledger.standalone.browser;

import io.keyledger.standalone.journey.Answer;
import io.keyledger.standalone.journey.Api;

import java.util.List;

/** Writes, and waits until everybody sees it: pages are of views, which come after. */
record Written(Api api) {

    private static final List<String> VIEWS =
            List.of("/api/v1/workspaces", "/api/v1/audit?limit=1", "/api/v1/audit/counts");

    Answer post(String path, String json) {
        return seen(api.post(path, json));
    }

    Answer patch(String path, String json) {
        return seen(api.patch(path, json));
    }

    Answer patch(String path, String json, String why) {
        return seen(api.patch(path, json, "Reason", why));
    }

    Answer put(String path) {
        return seen(api.put(path));
    }

    private Answer seen(Answer written) {
        written.headers()
                .firstValue("Consistency-Token")
                .ifPresent(
                        token ->
                                VIEWS.forEach(
                                        view ->
                                                api.get(view, "Consistency-Token", token)
                                                        .mustBe(200)));
        return written;
    }
}
