package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.request.StrictJson;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** A check is read as Jackson reads the record, and refused as Jackson refuses. */
class CheckBodyJsonTest {

    private static final String NUL = "{'key': 'k\\u0000'}";
    private static final String HALF = "{'permission': '\\ud83d'}";

    private final JsonMapper ours = mapper().build();
    private final JsonMapper jacksons =
            mapper().addMixIn(CheckBody.class, ByItsComponents.class).build();

    @JsonDeserialize
    private interface ByItsComponents {}

    @Test
    void eachFieldIsRead() {
        assertThat(
                        read(
                                ours,
                                """
                                {"requestId": "r", "userAgent": "u", "address": "192.0.2.7", "host": "api.example.com",
                                 "resource": {"type": "asset", "id": "7", "attributes": {"owner": "me"}},
                                 "api": "catalog", "path": "/v1", "method": "GET", "permission": "catalog:view", "key": "kl_1"}
                                """))
                .isEqualTo(
                        new CheckBody(
                                "kl_1",
                                "catalog:view",
                                "GET",
                                "/v1",
                                "catalog",
                                "api.example.com",
                                new CheckedResource("asset", "7", Map.of("owner", "me")),
                                "192.0.2.7",
                                "u",
                                "r"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'key': null, 'resource': null, 'address': null}",
                "{'key': '', 'permission': ' '}",
                "{'key': 'k', 'resource': {}}",
                "{'key': 'k', 'resource': {'attributes': {'a': 1}}}",
                "{'key': 'k', 'resource': {'kind': 'a'}}",
                "{'key': 'k', 'resource': 'asset'}",
                "{'key': 'k', 'resource': ''}",
                "{'key': 'k', 'resource': [{}]}",
                "{'key': 'k', 'nonsense': 1}",
                "{'key': 'k', 'nonsense': {'deep': [1, {}]}, 'permission': 'p'}",
                "{'Key': 'k'}",
                "{'key': 'k', 'key': 'l'}",
                "{'key': 7}",
                "{'key': 7.5}",
                "{'key': true}",
                "{'key': ['k']}",
                "{'key': {'k': 'k'}}",
                "{'permission': 'p'} {}",
                "{'permission': 'p'",
                "{'permission': 'p',}",
                "{'permission'}",
                "{permission: 'p'}",
                "{'permission': nul}",
                "{'permission': 'p",
                NUL,
                HALF,
                "null",
                "7",
                "'k'",
                "''",
                "[]",
                "[{'key': 'k'}]",
                ""
            })
    void whatElseIsSaidIsTakenOrRefusedAsByJackson(String text) {
        String body = text.replace('\'', '"');
        assertThat(read(ours, body)).isEqualTo(read(jacksons, body));
        String many = "[" + body + ", " + body + "]";
        assertThat(readMany(ours, many)).isEqualTo(readMany(jacksons, many));
    }

    private static JsonMapper.Builder mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new StrictJson().customize(builder);
        return builder;
    }

    /** The check, or how it was refused. */
    private static @Nullable Object read(JsonMapper mapper, String body) {
        try {
            return mapper.readValue(body, CheckBody.class);
        } catch (JacksonException refused) {
            return told(refused);
        }
    }

    private static Object readMany(JsonMapper mapper, String body) {
        try {
            return Arrays.asList(mapper.readValue(body, CheckBody[].class));
        } catch (JacksonException refused) {
            return told(refused);
        }
    }

    /** What a problem tells of it: of which kind it is, and where. */
    private static String told(JacksonException refused) {
        return kind(refused) + " at " + refused.getPath();
    }

    private static Class<?> kind(JacksonException refused) {
        return Stream.of(
                        UnrecognizedPropertyException.class,
                        InputCoercionException.class,
                        StreamReadException.class,
                        DatabindException.class)
                .filter(kind -> kind.isInstance(refused))
                .findFirst()
                .orElseThrow();
    }
}
