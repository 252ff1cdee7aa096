package io.keyledger.command.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.TestWorkspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class RepeatedRequestRacesTest {

    private static final int THREADS = 32;
    private static final int ROUNDS = 5;

    @Test
    void aRequestThatComesManyTimesAtOnceIsCarriedOutOnce(@TempDir Path data) throws Exception {
        try (TwoNodes nodes = new TwoNodes(data)) {
            TestWorkspace acme = nodes.workspace();
            for (int round = 0; round < ROUNDS; round++) {
                String key = "round-" + round;
                String keys = acme.user(acme.newUser(key)) + "/keys";
                String body = "{\"name\": \"%s\"}".formatted(key);
                List<Answer> answers =
                        nodes.race(
                                IntStream.range(0, THREADS)
                                        .<Callable<Answer>>mapToObj(
                                                i ->
                                                        () ->
                                                                nodes.api(i)
                                                                        .post(
                                                                                keys,
                                                                                body,
                                                                                "Idempotency-Key",
                                                                                key))
                                        .toList());

                assertThat(acme.events("service-user.ApiKeyGenerated")).isEqualTo(round + 1);
                assertOneAndItsRepeats(answers);
            }
        }
    }

    private static void assertOneAndItsRepeats(List<Answer> answers) {
        List<Answer> accepted = answers.stream().filter(Answer::accepted).toList();
        assertThat(accepted)
                .extracting(answer -> answer.text("keyId"))
                .containsOnly(keyId(accepted));
        assertThat(accepted).filteredOn(answer -> answer.text("secret") != null).hasSize(1);
        assertThat(accepted)
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        answers.stream()
                .filter(answer -> !answer.accepted())
                .forEach(
                        answer -> {
                            answer.expectProblem(409, "request-in-progress");
                            assertThat(answer.header("Retry-After")).isEqualTo("1");
                        });
    }

    private static String keyId(List<Answer> accepted) {
        return accepted.getFirst().text("keyId");
    }
}
