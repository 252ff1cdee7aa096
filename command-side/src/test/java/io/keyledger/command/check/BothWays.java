package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.function.Supplier;

/** What is asked as most ask it, and the same in another form, is answered and recorded alike. */
final class BothWays {

    /** Different in each answer. */
    private static final Set<String> OWN =
            Set.of("recordId", "record_id", "checkedAt", "correlationId");

    private BothWays() {}

    static void areAlike(Gateway gateway, Supplier<Answer> plainly, Supplier<Answer> otherwise) {
        long before = gateway.uses();
        Answer plain = plainly.get();
        long between = gateway.uses();
        Answer other = otherwise.get();
        assertThat(plain.status()).isEqualTo(other.status());
        assertThat(comparable(plain)).isEqualTo(comparable(other));
        assertThat(plain.header("Cache-Control")).isEqualTo(other.header("Cache-Control"));
        assertThat(between - before).isEqualTo(gateway.uses() - between);
    }

    private static JsonNode comparable(Answer answer) {
        ObjectNode fields = (ObjectNode) answer.json();
        fields.remove(OWN);
        return fields;
    }
}
