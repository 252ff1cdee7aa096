package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Erasing on one node, while another goes on using what it remembers of the dictionary. */
class ErasedValuesTest {

    private static final int ROUNDS = 30;
    private static final String ERASE = "/api/v1/workspaces/acme/personal-values:erase";

    @TempDir private Path data;

    @Test
    void whatIsErasedIsGoneFromTheTrailAndLaterUsesTellTheirOwn() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                Node one = Node.start(database, data);
                Node two = Node.start(database, data)) {
            Api here = one.administrator();
            Api there = here.on(two.address());
            here.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
            Subject subject = Subject.in(here, "acme", 1);
            List<String> before = new ArrayList<>();
            List<String> after = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String address = "203.0.113." + (round + 1);
                before.add(subject.checkFrom(there, address));
                erase(here, address, 1);
                after.add(subject.checkFrom(there, address));
            }
            List<String> leaves = leaves(database);
            Answer last = erase(here, "203.0.113.1", 1);
            for (int round = 1; round < ROUNDS; round++) {
                Answer erased = entry(there, before.get(round), last);
                assertThat(erased.json().get("erased").asBoolean()).isTrue();
                assertThat(erased.text("address")).isEmpty();
                assertThat(entry(there, after.get(round), last).text("address"))
                        .isEqualTo("203.0.113." + (round + 1));
            }
            assertThat(entry(there, after.getFirst(), last).text("address")).isEmpty();
            assertThat(leaves(database).subList(0, leaves.size())).isEqualTo(leaves);
            assertThat(rebuilt(here))
                    .doesNotContain("\"identical\":false")
                    .contains("\"identical\":true");
        }
    }

    private static Answer erase(Api api, String address, int expected) {
        Answer answer =
                api.post(
                                ERASE,
                                "{\"values\":[{\"kind\":\"address\",\"value\":\"%s\"}]}"
                                        .formatted(address))
                        .mustBe(200);
        assertThat(answer.json().get("erasedCount").asInt()).isEqualTo(expected);
        return answer;
    }

    private static Answer entry(Api api, String recordId, Answer after) {
        return api.get(
                        "/api/v1/workspaces/acme/audit/" + recordId,
                        "Consistency-Token",
                        after.header("Consistency-Token"))
                .mustBe(200);
    }

    private static String rebuilt(Api api) throws InterruptedException {
        String replay = api.post("/api/v1/replays", "{\"view\":\"all\"}").mustBe(202).text("id");
        Answer state = api.get("/api/v1/replays/" + replay).mustBe(200);
        while (state.text("state").equals("running")) {
            Thread.sleep(50);
            state = api.get("/api/v1/replays/" + replay).mustBe(200);
        }
        return state.body();
    }

    private static List<String> leaves(ScratchDatabase database) {
        return JdbcClient.create(database.owner())
                .sql("SELECT encode(leaf_hash, 'hex') FROM ledger.entry ORDER BY position")
                .query(String.class)
                .list();
    }
}
