package io.keyledger.access.web;

import static io.keyledger.access.web.Server.send;
import static io.keyledger.access.web.Server.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.request.BodyLimitFilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

@ExtendWith(OutputCaptureExtension.class)
class ProblemTest extends WebTest {

    private static final String THINGS = "/api/v1/workspaces/acme/things";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"name\":\"a\",\"size\":1,\"colour\":2} | unknown-field | colour",
                "{\"name\":\"a\",\"size\":1,\"parts\":[{\"id\":\"x\"},{\"it\":1}]} | unknown-field | parts[1].it",
                "{\"name\":\"a\",\"size\":\"1\"} | invalid-value | size",
                "{\"name\":\"a\",\"size\":1.5} | invalid-value | size",
                "{\"name\":\"a\",\"size\":99999999999} | invalid-value | size",
                "{\"name\":\"a\",\"size\":null} | invalid-value | size",
                "{\"name\":7,\"size\":1} | invalid-value | name",
                "{\"name\":true,\"size\":1} | invalid-value | name",
                "{\"name\":\"a\\u0000\",\"size\":1} | invalid-value | name",
                "{\"name\":\"a\\ud800\",\"size\":1} | invalid-value | name",
                "{\"name\":\"a\",\"size\":1,\"on\":\"true\"} | invalid-value | on",
                "{\"name\":\"a\",\"size\":1,\"on\":1} | invalid-value | on",
                "{\"name\":\"a\",\"size\":1,\"parts\":\"\"} | invalid-value | parts",
                "{\"name\":\"a\",\"size\":1,\"parts\":{}} | invalid-value | parts",
                "{\"name\":\"a\",\"name\":\"b\",\"size\":1} | malformed-json | name",
                "{\"name\":\"a\",\"size\":1} {} | invalid-value | -",
                "{\"name\":\"a\" | malformed-json | name",
                "[] | invalid-value | -",
                "'' | malformed-json | -",
            })
    void aBodyThatIsNotAsItMustBeIsRefusedByItsField(String body, String code, String field) {
        HttpResponse<String> response = server.post(key.reveal(), THINGS, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertProblem(response);
        assertThat(text(response, "code")).isEqualTo(code);
        assertThat(text(response, "field")).isEqualTo(field);
        assertThat(response.body()).doesNotContain("jackson").doesNotContain("io.keyledger");
    }

    @Test
    void aGoodBodyIsTaken() {
        HttpResponse<String> response =
                server.post(
                        key.reveal(),
                        THINGS,
                        "{\"name\":\"\",\"size\":1,\"on\":true,\"parts\":[{\"id\":\"x\"}]}");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerTellsItsLength() {
        HttpResponse<String> good = server.post(key.reveal(), "/api/v1/echo", "{\"id\":\"é\"}");
        assertThat(good.headers().firstValueAsLong("Content-Length")).hasValue(11);
        HttpResponse<String> problem = server.post(key.reveal(), "/api/v1/echo", "{");
        assertThat(problem.headers().firstValueAsLong("Content-Length"))
                .hasValue(problem.body().length());
    }

    @Test
    void anAnswerThatCannotBeWrittenToItsEndIsNotBegun() {
        HttpResponse<String> response = server.get(key.reveal(), "/api/v1/half");
        assertThat(response.statusCode()).isEqualTo(500);
        assertProblem(response);
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        byte[] body = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, '(', '"', '}'};
        HttpResponse<String> response =
                send(
                        server.as(key.reveal(), THINGS)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(response.statusCode()).isEqualTo(400);
        assertProblem(response);
    }

    @Test
    void aMethodThatIsNotThereIsToldWithThoseThatAre() {
        HttpResponse<String> response = send(server.as(key.reveal(), THINGS).DELETE());
        assertThat(response.statusCode()).isEqualTo(405);
        assertProblem(response);
        assertThat(response.headers().firstValue("Allow").orElseThrow())
                .contains("GET")
                .contains("POST");
    }

    @Test
    void otherMediaTypesAreRefused() {
        HttpResponse<String> sent =
                send(
                        server.as(key.reveal(), THINGS)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("x")));
        assertThat(sent.statusCode()).isEqualTo(415);
        assertProblem(sent);
        HttpResponse<String> wanted =
                send(server.as(key.reveal(), THINGS).header("Accept", "image/png"));
        assertThat(wanted.statusCode()).isEqualTo(406);
        assertProblem(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;charset=utf-16", "nonsense", "text/*"})
    void whoAcceptsNoJsonIsRefusedBeforeTheHandlerIsCalled(String accepted) {
        HttpResponse<String> wanted =
                send(server.as(key.reveal(), "/api/v1/broken").header("Accept", accepted));
        assertThat(wanted.statusCode()).isEqualTo(406);
        assertProblem(wanted);
    }

    @Test
    void aBodyOfNoCertainMediaTypeIsRefused() {
        HttpResponse<String> sent =
                send(
                        server.as(key.reveal(), "/api/v1/echo")
                                .header("Content-Type", "application/*")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(sent.statusCode()).isEqualTo(415);
        assertProblem(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api", "/", "/nowhere.html"})
    void whereNothingIsIsNotFoundForAnybody(String path) {
        HttpResponse<String> response = send(server.to(path));
        assertThat(response.statusCode()).isEqualTo(404);
        assertProblem(response);
        assertThat(text(response, "code")).isEqualTo("not-found");
    }

    @Test
    void aParameterOfTheWrongTypeIsNamed() {
        HttpResponse<String> wrong = server.get(key.reveal(), "/api/v1/own?limit=few");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(text(wrong, "field")).isEqualTo("limit");
        HttpResponse<String> missing = server.get(key.reveal(), "/api/v1/own");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(text(missing, "field")).isEqualTo("limit");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherToldBeforehandOrNot() {
        String large = "{\"name\":\"" + "x".repeat(BodyLimitFilter.MAX_BYTES) + "\",\"size\":1}";
        HttpResponse<String> told = server.post(key.reveal(), THINGS, large);
        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(told.headers().allValues("Connection")).containsExactly("close");
        assertProblem(told);
        HttpResponse<String> chunked =
                send(
                        server.as(key.reveal(), THINGS)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () ->
                                                        new ByteArrayInputStream(
                                                                large.getBytes(
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .UTF_8)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.headers().allValues("Connection")).containsExactly("close");
        assertProblem(chunked);
    }

    @Test
    void aFailureOfOursIsToldWithoutWhatFailed(CapturedOutput output) {
        HttpResponse<String> response = server.get(key.reveal(), "/api/v1/broken");
        assertThat(response.statusCode()).isEqualTo(500);
        assertProblem(response);
        assertThat(response.body()).doesNotContain("secret_table");
        assertThat(output.getAll())
                .contains("IllegalStateException")
                .doesNotContain("secret_table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/workspaces/%C3%28/things HTTP/1.1",
                "GET /api/v1/own?limit=%FF HTTP/1.1",
                "GET /api/v1/own?limit=%zz HTTP/1.1",
                "GET /api/v1/own?limit=%00 HTTP/1.1",
                "GET /api/v1/%00 HTTP/1.1",
                "GET /api/v1/\u00e9 HTTP/1.1",
                "GET /api/v1/own?q=<script> HTTP/1.1",
                "GET /api/v1/a%2Fb HTTP/1.1",
                "GET /api/../../x HTTP/1.1",
                "GET nonsense HTTP/1.1",
                "G\u0001T / HTTP/1.1",
            })
    void aRequestThatTheServerRefusesByItselfIsAProblemToo(String requestLine) {
        String answer =
                server.raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("application/problem+json").contains("\"status\":400");
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("<html");
    }

    private static void assertProblem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(text(response, "status")).isEqualTo(Integer.toString(response.statusCode()));
        assertThat(text(response, "correlationId")).isNotEmpty();
    }
}
