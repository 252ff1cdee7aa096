package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

class CheckAnswerJsonTest {

    private static final Instant AT = Instant.parse("2026-11-30T04:05:06.070809Z");
    private static final UUID ID = UUID.fromString("01a22a8f-0f94-7c05-9ae2-80091bd6c15d");

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void everythingThatThereIsIsTold() {
        String text =
                json.writeValueAsString(
                        new CheckAnswer(
                                "deny",
                                "guard \"ip\"",
                                ID,
                                "client",
                                "acme",
                                "0356M2tdr",
                                "catalog:view",
                                new CheckAnswer.Route(ID, "catalog", "GET", "/v1/assets/{id}"),
                                new CheckAnswer.Policy(ID, "office"),
                                7L,
                                ID + "-3-1",
                                AT));
        assertThat(text)
                .isEqualTo(
                        """
                        {"decision":"deny","reason":"guard \\"ip\\"","serviceUser":"ID","username":"client",\
                        "workspace":"acme","keyId":"0356M2tdr","permission":"catalog:view",\
                        "route":{"id":"ID","api":"catalog","method":"GET","path":"/v1/assets/{id}"},\
                        "policy":{"id":"ID","name":"office"},"retryAfterSeconds":7,\
                        "recordId":"ID-3-1","checkedAt":"2026-11-30T04:05:06.070809Z"}\
                        """
                                .replace("ID", ID.toString()));
        assertThat(json.readTree(text).propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(CheckAnswer.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    @Test
    void whatIsNotKnownIsNullOrLeftOut() {
        assertThat(json.writeValueAsString(of("r", AT)))
                .isEqualTo(
                        """
                        {"decision":"allow","reason":null,"serviceUser":null,"username":null,"workspace":null,\
                        "keyId":null,"permission":null,"recordId":"r","checkedAt":"2026-11-30T04:05:06.070809Z"}\
                        """);
    }

    @Test
    void eachIsToldItsOwnTime() {
        Instant later = AT.plusNanos(1_000);
        assertThat(
                        json.writeValueAsString(
                                List.of(of("a", AT), of("b", later), of("c", AT), of("d", AT))))
                .containsSubsequence(AT + "", later + "", AT + "", AT + "");
    }

    private static CheckAnswer of(String recordId, Instant at) {
        return new CheckAnswer(
                "allow", null, null, null, null, null, null, null, null, null, recordId, at);
    }
}
