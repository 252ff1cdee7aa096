package io.keyledger.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.correlation.CorrelationId;
import io.keyledger.access.problem.ProblemWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Each request gets its own answer, whoever gives it and however requests follow each other. */
class DirectAnswersTest {

    private static final int CONNECTIONS = 8;
    private static final int REQUESTS = 400;
    private static final int SENT_AT_ONCE = 20;
    private static final int AT_ONCE = 1_000;

    private final ExecutorService servlets = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService answers = Executors.newFixedThreadPool(2);
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final HttpThreads threads = new HttpThreads();
    private final Server server = new Server(threads);
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        DirectServer direct =
                new DirectServer(
                        new CorrelationId(UUID::randomUUID),
                        new ProblemWriter(),
                        new RequestTimes(new SimpleMeterRegistry(), ObservationRegistry.NOOP),
                        threads);
        server.setHandler(
                new FrontHandler(
                        new Servlets(),
                        direct,
                        List.of(
                                new Now(),
                                new Later("/later/", answers),
                                new Later("/by-one/", one),
                                new Body()),
                        servlets));
        server.setErrorHandler(new ProblemErrors(new ProblemWriter()));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        answers.shutdownNow();
        one.shutdownNow();
        servlets.shutdownNow();
    }

    @Test
    void areEachRequestsOwn() throws Exception {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int seed = i;
            clients.add(
                    () -> {
                        talk(new Random(seed));
                        return null;
                    });
        }
        for (Future<Void> client : servlets.invokeAll(clients)) {
            client.get();
        }
    }

    /** Who does not know would send the next request on it, which nobody reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /servlet/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /servlet/%2F HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /servlet HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n",
                "POST /servlet HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 2\r\n\r\n",
                "POST /servlet HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void saySoIfTheyAreTheLastOfTheirConnection(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .contains(" 400 ")
                    .contains("Connection: close\r\n")
                    .contains("urn:keyledger:problem:bad-request");
        }
    }

    /**
     * For as long as one sends request after request, most of which are answered at once. Whoever
     * answers the others goes on with the connection, and is the only one who answers such.
     */
    @Test
    void aConnectionWithoutAPauseLetsOthersHaveTheirTurn() throws Exception {
        byte[] many =
                (request("/by-one/many") + request("/now/many").repeat(AT_ONCE))
                        .getBytes(StandardCharsets.US_ASCII);
        try (Socket flood = new Socket("127.0.0.1", connector.getLocalPort());
                Socket other = new Socket("127.0.0.1", connector.getLocalPort())) {
            Future<?> sending =
                    servlets.submit(
                            () -> {
                                while (true) {
                                    flood.getOutputStream().write(many);
                                }
                            });
            BufferedReader answers = reader(flood);
            answer(answers);
            Future<?> reading = servlets.submit(() -> answers.transferTo(Writer.nullWriter()));
            other.setSoTimeout(10_000);
            for (String path : List.of("/now/other", "/by-one/other", "/servlet/other")) {
                other.getOutputStream().write(request(path).getBytes(StandardCharsets.US_ASCII));
                assertThat(answer(reader(other))).isEqualTo(status(path) + " " + path);
            }
            assertThat(sending.isDone()).isFalse();
            flood.close();
            assertThatThrownBy(sending::get).hasCauseInstanceOf(SocketException.class);
            assertThatThrownBy(reading::get).hasCauseInstanceOf(SocketException.class);
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Sends some requests without waiting for answers, then reads these. */
    private void talk(Random random) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.setSoTimeout(10_000);
            BufferedReader in = reader(socket);
            int asked = 0;
            while (asked < REQUESTS) {
                int first = asked;
                asked += 1 + random.nextInt(SENT_AT_ONCE);
                List<String> paths =
                        IntStream.range(first, asked).mapToObj(id -> path(random) + id).toList();
                String sent =
                        String.join("", paths.stream().map(DirectAnswersTest::request).toList());
                socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
                for (String path : paths) {
                    assertThat(answer(in)).isEqualTo(status(path) + " " + path);
                }
            }
        }
    }

    private static String path(Random random) {
        return List.of("/now/", "/later/", "/body/", "/servlet/").get(random.nextInt(4));
    }

    private static int status(String path) {
        return path.startsWith("/now/") ? 401 : 200;
    }

    private static String request(String path) {
        String body = path.startsWith("/body/") ? "{\"a\":1}" : "";
        return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, body.length(), body);
    }

    /** Status and what the answer says that it was asked. */
    private static String answer(BufferedReader in) throws IOException {
        String line = in.readLine();
        String status = line.split(" ")[1];
        String path = "";
        int length = 0;
        while (!line.isEmpty()) {
            line = in.readLine();
            if (line.startsWith("Asked: ")) {
                path = line.substring("Asked: ".length());
            } else if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        in.skip(length);
        return status + " " + path;
    }

    private static final class Now implements DirectHandler {

        @Override
        public boolean takes(Exchange exchange) {
            return exchange.path().startsWith("/now/");
        }

        @Override
        public void handle(Exchange exchange) {
            exchange.begin("/now");
            exchange.with("Asked", exchange.path()).answer(401);
        }
    }

    private record Later(String prefix, Executor answers) implements DirectHandler {

        @Override
        public boolean takes(Exchange exchange) {
            return exchange.path().startsWith(prefix);
        }

        @Override
        public void handle(Exchange exchange) {
            exchange.begin(prefix);
            answers.execute(() -> exchange.with("Asked", exchange.path()).answer(200));
        }
    }

    private final class Body implements DirectHandler {

        @Override
        public boolean takes(Exchange exchange) {
            return exchange.path().startsWith("/body/");
        }

        @Override
        public void handle(Exchange exchange) {
            exchange.read(
                    body -> {
                        exchange.begin("/body");
                        exchange.with("Asked", exchange.path());
                        answers.execute(() -> exchange.answerJson(body));
                    });
        }
    }

    private static final class Servlets extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put("Asked", request.getHttpURI().getPath());
            response.getHeaders().put("Content-Length", "0");
            response.write(true, null, callback);
            return true;
        }
    }
}
