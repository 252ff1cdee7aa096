package io.keyledger.access.server;

import io.keyledger.access.correlation.CorrelationId;
import io.keyledger.access.key.CredentialHeaders;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.Failures;
import io.keyledger.access.source.Source;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A request that is answered without servlets, and its answer, which is given once. Any thread may
 * answer.
 */
public final class Exchange {

    private static final String API_KEY = "X-API-Key";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final HttpField JSON =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);

    /** Where a request goes that is for servlets after all. */
    interface Onward {

        void go(Request request, Response response, Callback callback);
    }

    private final DirectServer server;
    private final Onward onward;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private boolean bodyIsRead;
    private boolean keyIsRead;
    private @Nullable PresentedKey key;
    private RequestTimes.@Nullable Running running;

    Exchange(
            DirectServer server,
            Onward onward,
            Request request,
            Response response,
            Callback callback) {
        this.server = server;
        this.onward = onward;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    public String method() {
        return request.getMethod();
    }

    /** The path as it was sent, without query; nothing of it is decoded or taken away. */
    public String path() {
        return request.getHttpURI().getPath();
    }

    public @Nullable String query() {
        return request.getHttpURI().getQuery();
    }

    /**
     * The query's parameters, decoded.
     *
     * @throws IllegalArgumentException if they are not percent-encoded UTF-8
     */
    public Map<String, List<String>> parameters() {
        return FormParameters.in(query());
    }

    /** The first of that name, whatever its case. */
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /** All of that name, as they were sent. */
    public List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    /** How long the body is by its head, in bytes; negative if that does not say. */
    public long bodyLength() {
        return request.getLength();
    }

    /** The key that the request shows, or what it shows instead; null if it shows nothing. */
    public @Nullable PresentedKey key() {
        if (!keyIsRead) {
            keyIsRead = true;
            key =
                    CredentialHeaders.read(
                                    request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION),
                                    headers(API_KEY))
                            .orElse(null);
        }
        return key;
    }

    /** Where it came from: the connection's own remote address, or what a trusted proxy says. */
    public Source source() {
        return new Source(
                RemoteAddress.of(request),
                request.getHeaders().get(HttpHeader.USER_AGENT),
                header(REQUEST_ID));
    }

    /** Reads all of the body, whose length the caller knows to be told and short. */
    public void read(Consumer<byte[]> reader) {
        bodyIsRead = true;
        new BodyReader(
                        request,
                        (int) bodyLength(),
                        body -> guarded(() -> reader.accept(body)),
                        callback::failed)
                .run();
    }

    /** Leaves the request to servlets, with the body that was read of it. */
    public void passOn(byte[] body) {
        onward.go(new ReadRequest(request, body), response, callback);
    }

    /**
     * Makes up its mind: this is answered here.
     *
     * @param template of the path, as metrics name it
     */
    public void begin(String template) {
        running = server.times().start(request, template);
        UUID id = server.correlation().of(header(CorrelationId.ASKED_HEADER));
        response.getHeaders().add(CorrelationId.ANSWER_HEADER, id.toString());
    }

    /** Sets a header of the answer. */
    public Exchange with(String header, String value) {
        response.getHeaders().put(header, value);
        return this;
    }

    /** Answers in status and headers alone. */
    public void answer(int status) {
        send(status, new byte[0]);
    }

    /** Answers with a JSON body. */
    public void answerJson(byte[] body) {
        response.getHeaders().add(JSON);
        send(HttpStatus.OK_200, body);
    }

    /** Answers with what a failure is told as. */
    public void answer(Exception failure) {
        ApiProblem problem = Failures.problemOf(failure, method());
        HttpFields.Mutable headers = response.getHeaders();
        problem.headers().forEach((name, values) -> headers.put(name, values));
        headers.put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String id = headers.get(CorrelationId.ANSWER_HEADER);
        send(problem.status().value(), server.problems().json(problem, id));
    }

    /** A step whose failure is answered as a problem. */
    public void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            answer(failure);
        }
    }

    void handledBy(DirectHandler handler) {
        guarded(() -> handler.handle(this));
    }

    private boolean mayHaveBody() {
        return bodyLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private void send(int status, byte[] body) {
        response.setStatus(status);
        if (!bodyIsRead && mayHaveBody()) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        if (running != null) {
            running.end(status);
        }
        server.threads().answer(() -> response.write(true, ByteBuffer.wrap(body), callback));
    }
}
