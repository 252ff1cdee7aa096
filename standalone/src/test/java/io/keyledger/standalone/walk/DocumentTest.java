package io.keyledger.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.standalone.journey.Node;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the OpenAPI document says of every operation, whichever there are. */
@Isolated("a node that starts meanwhile sets up anew how types become schemas")
class DocumentTest {

    private static final Set<String> ALWAYS = Set.of("400", "401", "403", "429", "503");
    private static final String NAME = "[A-Za-z0-9._-]+";

    @TempDir private static Path data;

    /** A question about an edit, which is too long for an address. */
    private static final String ASKS_BY_BODY = "/losses";

    private static ScratchDatabase database;
    private static Node node;
    private static Document document;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        document = Document.of(node.administrator());
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void itIsOpenApi31WithCredentialsAndNamesThatAreAllowed() {
        JsonNode root = document.root();
        assertThat(root.get("openapi").asString()).startsWith("3.1.");
        assertThat(root.get("security")).hasSize(3);
        assertThat(root.at("/components/securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("bearer", "basic", "header");
        root.get("components")
                .forEach(kind -> assertThat(kind.propertyNames()).allMatch(it -> it.matches(NAME)));
    }

    @Test
    void itIsTheSameInEveryLanguage() throws Exception {
        assertThat(node.administrator().get("/openapi.json", "Accept-Language", "de").json())
                .isEqualTo(document.root());
    }

    @Test
    void noTwoOperationsHaveOneName() {
        assertThat(document.operations())
                .extracting(each -> each.node().get("operationId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsReferredToIsThere() {
        document.root()
                .findValuesAsString("$ref")
                .forEach(
                        ref ->
                                assertThat(document.root().at(ref.substring(1)).isMissingNode())
                                        .as(ref)
                                        .isFalse());
    }

    @TestFactory
    Stream<DynamicTest> anOperationSaysWhatItIsForAndWhatItNeeds() {
        return each(
                operation -> {
                    assertThat(operation.node().path("summary").asString("")).isNotBlank();
                    assertThat(operation.node().path("tags")).isNotEmpty();
                    assertThat(operation.node().get("description").asString())
                            .contains("Needs `" + operation.permission() + "`");
                    assertThat(operation.parameters("path"))
                            .hasSameSizeAs(operation.variables())
                            .allMatch(it -> it.at("/schema/example").isValueNode());
                });
    }

    @TestFactory
    Stream<DynamicTest> aBodyHasExamplesThatItsSchemaAllows() {
        return each(
                operation -> {
                    mustHaveGoodExamples(operation.node().at("/requestBody/content"));
                    for (JsonNode answer : operation.node().get("responses")) {
                        mustHaveGoodExamples(document.resolved(answer).path("content"));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> anOperationIsAnsweredInOneWayOrRefusedInThese() {
        return each(
                operation -> {
                    Set<String> statuses =
                            Set.copyOf(operation.node().get("responses").propertyNames());
                    assertThat(statuses.stream().filter(it -> it.startsWith("2"))).hasSize(1);
                    assertThat(statuses).containsAll(ALWAYS);
                    boolean body = operation.example() != null;
                    assertThat(statuses.contains("404"))
                            .isEqualTo(!operation.variables().isEmpty());
                    assertThat(statuses.contains("413")).isEqualTo(body);
                    assertThat(statuses.contains("415")).isEqualTo(body);
                    assertThat(statuses.contains("412")).isEqualTo(takes(operation, "If-Match"));
                    assertThat(statuses.contains("422"))
                            .isEqualTo(takes(operation, "Idempotency-Key"));
                    assertThat(statuses.contains("410"))
                            .isEqualTo(takes(operation, "Consistency-Token"));
                });
    }

    @TestFactory
    Stream<DynamicTest> readsAndCommandsTakeTheirHeaders() {
        return each(
                operation -> {
                    boolean command =
                            operation.path().matches("/api/v1/(workspaces|people).*")
                                    && !operation.method().equals("GET")
                                    && !operation.path().endsWith(ASKS_BY_BODY);
                    assertThat(takes(operation, "Idempotency-Key")).isEqualTo(command);
                    assertThat(takes(operation, "Reason")).isEqualTo(command);
                    if (operation.isInWorkspace()) {
                        assertThat(takes(operation, "Consistency-Token")).isEqualTo(!command);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> whatABodyTakesIsBounded() {
        return each(
                operation -> {
                    JsonNode example = operation.example();
                    if (example != null) {
                        Place.in(document, example, operation.bodySchema()).stream()
                                .filter(place -> place.parent().isObject())
                                .filter(place -> !place.schema().isMissingNode())
                                .forEach(DocumentTest::mustBeBounded);
                    }
                });
    }

    private static void mustBeBounded(Place place) {
        Set<String> limits =
                switch (place.value().getNodeType()) {
                    case STRING -> Set.of("maxLength", "pattern", "enum", "format", "description");
                    case NUMBER -> Set.of("maximum");
                    case ARRAY -> isOfIds(place) ? Set.of() : Set.of("maxItems");
                    default -> Set.of();
                };
        assertThat(limits.isEmpty() || limits.stream().anyMatch(place.schema()::has))
                .as("%s: %s", place.name(), place.schema())
                .isTrue();
    }

    /** As many as a body of 1 MiB holds; each of them must be there. */
    private static boolean isOfIds(Place place) {
        return place.schema().path("items").path("format").asString("").equals("uuid");
    }

    private static boolean takes(Operation operation, String header) {
        return operation.parameters("header").stream()
                .anyMatch(each -> each.get("name").asString().equals(header));
    }

    private static void mustHaveGoodExamples(JsonNode content) {
        content.forEachEntry(
                (type, body) -> {
                    List<JsonNode> examples =
                            body.has("example")
                                    ? List.of(body.get("example"))
                                    : body.path("examples")
                                            .valueStream()
                                            .map(each -> each.get("value"))
                                            .toList();
                    assertThat(examples).as(type).isNotEmpty();
                    examples.forEach(
                            example ->
                                    assertThat(
                                                    Schemas.errors(
                                                            document, body.get("schema"), example))
                                            .as(example.toString())
                                            .isEmpty());
                });
    }

    private static Stream<DynamicTest> each(Consumer<Operation> check) {
        return document.operations().stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check.accept(each)));
    }
}
