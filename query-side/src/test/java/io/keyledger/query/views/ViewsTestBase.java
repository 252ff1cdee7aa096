package io.keyledger.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Api;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.ScratchPool;
import io.keyledger.query.testing.ViewsFixture;
import io.keyledger.testsupport.ScratchDatabase;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Views over a scratch database, and the API that reads them. */
abstract class ViewsTestBase {

    static final String ACME = "/api/v1/workspaces/acme";

    ScratchDatabase database;
    LedgerFixture ledger;
    ViewsFixture views;
    Api api;

    void open() {
        database = ScratchDatabase.create();
        ledger = new LedgerFixture(database);
        views = new ViewsFixture(database, ledger);
        api = apiOver(database);
    }

    Api apiOver(ScratchDatabase database) {
        return new Api(ScratchPool.of(database.query()));
    }

    void close() {
        api.close();
        database.close();
    }

    /** All pages of a list, two items a page. */
    List<JsonNode> allPages(String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String start = path + (path.contains("?") ? "&" : "?") + "limit=2";
        String next = start;
        while (next != null) {
            JsonNode body = api.read(next).body();
            body.get("items").forEach(items::add);
            JsonNode cursor = body.get("nextCursor");
            next =
                    cursor == null || cursor.isNull()
                            ? null
                            : start + "&cursor=" + cursor.asString();
        }
        return items;
    }

    static List<String> texts(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asString()).toList();
    }

    static List<String> texts(JsonNode list, String field) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return texts(items, field);
    }

    final void assertRefused(String field, String path) throws Exception {
        var answer = api.read(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }
}
