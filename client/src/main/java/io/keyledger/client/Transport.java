package io.keyledger.client;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;

/** How requests go out and answers come in; callers with different keys share connections. */
record Transport(HttpClient http, URI base, Supplier<String> key, Patience patience) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** A client does not stumble over what a newer server tells besides, or leaves out. */
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    /** For a program. */
    static Transport to(URI base, Supplier<String> key) {
        return new Transport(http(CONNECT), base, key, new Stubborn());
    }

    /** For somebody whom a person waits for. */
    static Transport to(Presence presence, Supplier<String> key) {
        return new Transport(presence.http(), presence.base().get(), key, new Watchful(presence));
    }

    static HttpClient http(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build();
    }

    Transport as(Supplier<String> otherKey) {
        return new Transport(http, base, otherKey, patience);
    }

    RestClient with(LastToken token, Said said) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(ANSWER);
        return with(new Sending(patience, token, said), requests);
    }

    /** For answers of any length: they take as long as they take, and begin within that time. */
    RestClient streaming(LastToken token, Said said, Within silence) {
        Patience bounded =
                (attempt, repeatable) ->
                        patience.await(() -> silence.call(attempt::send), repeatable);
        return with(new Sending(bounded, token, said), new JdkClientHttpRequestFactory(http));
    }

    private RestClient with(Sending sending, ClientHttpRequestFactory requests) {
        return RestClient.builder()
                .baseUrl(base)
                .requestFactory(requests)
                .requestInitializer(request -> request.getHeaders().setBearerAuth(key.get()))
                .requestInterceptor(sending)
                .defaultStatusHandler(HttpStatusCode::isError, (_, answer) -> problem(answer))
                .configureMessageConverters(
                        converters ->
                                converters
                                        .withJsonConverter(
                                                new JacksonJsonHttpMessageConverter(JSON))
                                        .addCustomConverter(new ByteArrayHttpMessageConverter()))
                .build();
    }

    static void problem(ClientHttpResponse answer) throws IOException {
        byte[] body = answer.getBody().readAllBytes();
        throw new KeyledgerProblem(answer.getStatusCode().value(), read(body));
    }

    private static KeyledgerProblem.Body read(byte[] body) {
        try {
            return JSON.readValue(body, KeyledgerProblem.Body.class);
        } catch (JacksonException _) {
            return new KeyledgerProblem.Body(null, "the answer is not a problem's JSON", null);
        }
    }
}
