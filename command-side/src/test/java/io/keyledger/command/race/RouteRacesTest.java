package io.keyledger.command.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.TestWorkspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

class RouteRacesTest {

    private static TwoNodes nodes;

    private TestWorkspace acme;

    @BeforeAll
    static void start(@TempDir Path data) {
        nodes = new TwoNodes(data);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void aWorkspace() {
        acme = nodes.workspace();
    }

    @Test
    void oneOfManyRoutesThatMatchTheSameIsSaved() throws Exception {
        api(0, "catalog", "catalog.example.com").expect(201);

        List<Answer> answers =
                race(
                        i ->
                                () ->
                                        nodes.api(i)
                                                .post(
                                                        acme.path("/routes"),
                                                        route(
                                                                "/v1/"
                                                                        + (i % 3 == 0
                                                                                ? "{a}"
                                                                                : "{b}"))));

        assertThat(answers).filteredOn(Answer::accepted).hasSize(1);
        assertThat(refusals(answers)).containsOnly("ambiguous-route");
        assertThat(acme.events("api.ApiRouteAdded")).isOne();
    }

    @Test
    void oneOfManyGetsAHostOrAName() throws Exception {
        List<Answer> hosts = race(i -> () -> api(i, "api " + i, "one.example.com"));
        List<Answer> names = race(i -> () -> api(i, "Catalog", "h" + i + ".example.com"));

        assertThat(hosts).filteredOn(Answer::accepted).hasSize(1);
        assertThat(refusals(hosts)).containsOnly("host-taken");
        assertThat(names).filteredOn(Answer::accepted).hasSize(1);
        assertThat(refusals(names)).containsOnly("api-name-taken");
    }

    @Test
    void anApiIsDeletedOrGetsARouteButNotBoth() throws Exception {
        String api = api(0, "catalog", "catalog.example.com").expect(201).id();

        List<Answer> answers =
                race(
                        i ->
                                () ->
                                        i == 0
                                                ? nodes.api(i).delete(acme.path("/apis/" + api))
                                                : nodes.api(i)
                                                        .post(
                                                                acme.path("/routes"),
                                                                route("/" + i)));

        boolean deleted = answers.getFirst().accepted();
        long added = answers.stream().skip(1).filter(Answer::accepted).count();
        assertThat(added).isEqualTo(deleted ? 0 : TwoNodes.THREADS - 1);
        assertThat(refusals(answers)).containsOnly(deleted ? "unknown-api" : "api-in-use");
    }

    private Answer api(int at, String name, String host) {
        return nodes.api(at)
                .post(
                        acme.path("/apis"),
                        "{\"name\": \"%s\", \"hosts\": [\"%s\"]}".formatted(name, host));
    }

    private static String route(String path) {
        return """
        {"api": "catalog", "method": "GET", "path": "%s", "permission": "a:view"}"""
                .formatted(path);
    }

    private static List<String> refusals(List<Answer> answers) {
        return answers.stream().filter(it -> !it.accepted()).map(it -> it.text("code")).toList();
    }

    private static List<Answer> race(IntFunction<Callable<Answer>> asking)
            throws InterruptedException {
        List<Callable<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < TwoNodes.THREADS; i++) {
            asked.add(asking.apply(i));
        }
        return nodes.race(asked);
    }
}
