package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.command.testing.Answer;
import io.keyledger.shared.id.KeyId;
import io.keyledger.shared.use.KeyUsesCodec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Many checks in one request. */
class BatchCheckTest extends WithGateway {

    @Test
    void answersAreInTheOrderOfTheChecks() {
        String key = gateway.clientKey();
        Answer answer =
                batch(
                        "{\"key\": \"%s\", \"permission\": \"catalog.assets:view\"}".formatted(key),
                        "{\"key\": \"%s\", \"permission\": \"catalog.assets:delete\"}"
                                .formatted(key),
                        "{\"key\": \"kl_x\", \"permission\": \"catalog.assets:view\"}",
                        "{\"key\": \"%s\", \"method\": \"GET\", \"path\": \"/v1/assets/7\"}"
                                .formatted(key));
        assertThat(items(answer).stream().map(item -> item.get("decision").asString()))
                .containsExactly("allow", "deny", "deny", "allow");
        assertThat(items(answer).stream().map(item -> item.get("reason").asString()))
                .containsExactly("", "permission-not-granted", "malformed-key", "");
        assertThat(items(answer).stream().map(item -> item.get("recordId").asString()).distinct())
                .hasSize(4);
    }

    /** Whose log they are in would tell, so that nothing of their records is shown. */
    @Test
    void aWrongSecretIsToldAsAKeyThatDoesNotExist() {
        SecureRandom random = new SecureRandom();
        String keyId = ApiKeyText.parse(gateway.clientKey()).orElseThrow().keyId();
        Answer answer =
                batch(
                        check(ApiKeyText.generate(keyId, random)),
                        check(ApiKeyText.generate(KeyId.of(UUID.randomUUID()), random)));
        assertThat(items(answer)).allMatch(item -> item.get("recordId").isNull());
        assertThat(items(answer).getFirst()).isEqualTo(items(answer).getLast());
        assertThat(items(answer).getFirst().get("reason").asString()).isEqualTo("unknown-key");
    }

    private static String check(ApiKeyText key) {
        return "{\"key\": \"%s\", \"permission\": \"a:b\"}".formatted(key.reveal());
    }

    @Test
    void aThousandAreAnsweredInOneRequestAndOneRecord() {
        long before = gateway.uses();
        String check =
                "{\"key\": \"%s\", \"permission\": \"catalog.assets:view\"}"
                        .formatted(gateway.clientKey());
        Answer answer =
                batch(IntStream.range(0, 1_000).mapToObj(_ -> check).toArray(String[]::new));
        assertThat(items(answer)).hasSize(1_000);
        assertThat(items(answer)).allMatch(item -> item.get("decision").asString().equals("allow"));
        assertThat(gateway.uses() - before).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|checks",
                "[null]|checks[0]",
                "[{\"key\": \"x\", \"permission\": \"a:view\"}, {\"permission\": \"a:view\"}]|checks[1].key",
                "[{\"key\": \"x\", \"permission\": \"catalog\"}]|checks[0].permission",
                "[{\"key\": \"x\", \"method\": \"GET\"}]|checks[0].path"
            })
    void oneThatCannotBeAskedRefusesAll(String checks, String field) {
        long before = gateway.uses();
        Answer answer =
                node.api(gateway.gatewayKey())
                        .post("/checks:batch", "{\"checks\": " + checks + "}")
                        .expectProblem(400, "invalid-value");
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(gateway.uses() - before).as("the caller's own use").isEqualTo(1);
    }

    @Test
    void moreThanAThousandAreRefused() {
        String check = "{\"key\": \"x\", \"permission\": \"a:view\"}";
        String all = String.join(",", Collections.nCopies(1_001, check));
        node.api(gateway.gatewayKey())
                .post("/checks:batch", "{\"checks\": [" + all + "]}")
                .expectProblem(400, "invalid-value");
    }

    @Test
    void whoMayNotCheckIsOnRecordOnce() {
        long before = uses();
        String check =
                "{\"key\": \"%s\", \"permission\": \"catalog.assets:view\"}"
                        .formatted(gateway.clientKey());
        node.api(gateway.clientKey())
                .post("/checks:batch", "{\"checks\": [" + check + "," + check + "]}")
                .expectProblem(403, "permission-denied");
        node.api("nonsense")
                .post("/checks:batch", "{\"checks\": [" + check + "," + check + "]}")
                .expectProblem(401, "unauthenticated");
        assertThat(uses() - before).isEqualTo(2);
    }

    private static Answer batch(String... checks) {
        return node.api(gateway.gatewayKey())
                .post("/checks:batch", "{\"checks\": [" + String.join(",", checks) + "]}")
                .expect(200);
    }

    private static List<JsonNode> items(Answer answer) {
        return answer.json().get("items").valueStream().toList();
    }

    /** Over all records, which hold any number each. */
    private static long uses() {
        return JdbcClient.create(database.owner())
                .sql("SELECT revision, payload FROM store.record WHERE kind = 'uses'")
                .query((row, _) -> KeyUsesCodec.read(row.getInt(1), row.getBytes(2)).uses().size())
                .list()
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
