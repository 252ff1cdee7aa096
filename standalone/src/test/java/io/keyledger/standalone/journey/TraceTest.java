package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;
import io.opentelemetry.api.OpenTelemetry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @TempDir private Path data;

    @Test
    void oneTraceLeadsFromTheCallersSpanOverTheRequestToTheCommand() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                SpanReceiver receiver = new SpanReceiver();
                Node node = Node.start(database, data, receiver.settings())) {
            create(node);
            Span request = await(receiver, "http post /api/v1/workspaces");
            assertThat(request.trace()).isEqualTo(TRACE);
            assertThat(request.parent()).isEqualTo(CALLER);
            Span command = await(receiver, "command CreateWorkspace");
            assertThat(command.trace()).isEqualTo(TRACE);
            assertThat(command.parent()).isEqualTo(request.id());
            assertThat(await(receiver, "check batch").parent()).isEmpty();
            assertThat(await(receiver, "ledger batch").parent()).isEmpty();
            assertThat(await(receiver, "view directory").parent()).isEmpty();
        }
    }

    @Test
    void withoutAnEndpointThereIsNoOpenTelemetry() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                Node node = Node.start(database, data, Map.of())) {
            create(node);
            assertThat(node.beans(OpenTelemetry.class)).isZero();
            assertThat(node.beans(io.micrometer.tracing.Tracer.class)).isZero();
        }
    }

    private static void create(Node node) throws Exception {
        Api api = node.administrator();
        api.send(
                        api.request("/api/v1/workspaces")
                                .header("Content-Type", "application/json")
                                .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"slug\":\"acme\",\"name\":\"Acme\"}")))
                .mustBe(201);
    }

    private static Span await(SpanReceiver receiver, String name) throws Exception {
        long deadline = System.nanoTime() + 30_000_000_000L;
        Optional<Span> found = Optional.empty();
        while (found.isEmpty()) {
            assertThat(System.nanoTime())
                    .as("no %s among %s", name, receiver.spans())
                    .isLessThan(deadline);
            Thread.sleep(50);
            found =
                    receiver.spans().stream()
                            .filter(span -> span.name().equals(name))
                            .filter(span -> span.parent().isEmpty() || span.trace().equals(TRACE))
                            .findFirst();
        }
        return found.get();
    }
}
