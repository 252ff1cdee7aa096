package io.keyledger.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Workspaces: in each order, searched and counted, as far as the caller may see them. */
class WorkspaceListTest extends SharedViews {

    private static final String LIST = "/api/v1/workspaces";
    private static final String COUNT = LIST + ":count";

    @Override
    void given() throws Exception {
        ledger.events("mine", new WorkspaceCreated("mine", "Zebra"));
        ledger.events("acme", new WorkspaceCreated("acme", "old name"));
        ledger.events("count", new WorkspaceCreated("count", "Counting house"));
        views.project();
        ledger.events("acme", new WorkspaceRenamed("acme", "old name", "yard"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', acme count mine",
        "slug, acme count mine",
        "-slug, mine count acme",
        "name, count acme mine",
        "-name, mine acme count",
        "createdAt, mine acme count",
        "-createdAt, count acme mine"
    })
    void pagesGoOnInEveryOrder(String sort, String found) throws Exception {
        List<String> slugs = new ArrayList<>();
        String start = LIST + "?limit=1" + (sort.isEmpty() ? "" : "&sort=" + sort);
        JsonNode page = api.readFrom("system", start).body();
        while (page.get("nextCursor").isString()) {
            slugs.addAll(texts(page.get("items"), "slug"));
            String next = start + "&cursor=" + page.get("nextCursor").asString();
            page = api.readFrom("system", next).body();
        }
        slugs.addAll(texts(page.get("items"), "slug"));
        assertThat(String.join(" ", slugs)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"YAR, acme", "in, count mine", "old, ''", "%25, ''"})
    void theyAreSearchedAndCountedAlike(String q, String found) throws Exception {
        List<String> slugs = found.isEmpty() ? List.of() : List.of(found.split(" "));
        JsonNode items = api.readFrom("system", LIST + "?q=" + q).body().get("items");
        assertThat(texts(items, "slug")).isEqualTo(slugs);
        JsonNode count = api.readFrom("system", COUNT + "?q=" + q).body();
        assertThat(count.get("count").asInt()).isEqualTo(slugs.size());
        assertThat(count.get("exact").asBoolean()).isTrue();
    }

    @Test
    void whoIsOfOneSeesAndCountsNoOther() throws Exception {
        JsonNode items = api.readFrom("mine", LIST + "?sort=-name").body().get("items");
        assertThat(texts(items, "slug")).containsExactly("mine");
        assertThat(api.readFrom("mine", COUNT).body().get("count").asInt()).isOne();
        assertThat(api.readFrom("mine", COUNT + "?q=acme").body().get("count").asInt()).isZero();
    }

    @Test
    void aWorkspaceMayBeCalledCount() throws Exception {
        JsonNode found = api.readFrom("system", LIST + "/count").body();
        assertThat(found.get("name").asString()).isEqualTo("Counting house");
    }

    @Test
    void aCursorFitsNoOtherOrderAndNoOtherSearch() throws Exception {
        String cursor =
                api.readFrom("system", LIST + "?limit=1&sort=name")
                        .body()
                        .get("nextCursor")
                        .asString();
        assertRefused("cursor", LIST + "?limit=1&cursor=" + cursor);
        assertRefused("cursor", LIST + "?limit=1&sort=name&q=a&cursor=" + cursor);
        assertRefused("sort", LIST + "?sort=version");
        assertRefused("q", COUNT + "?q=");
    }
}
