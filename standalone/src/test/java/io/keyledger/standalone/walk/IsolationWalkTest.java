package io.keyledger.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.standalone.journey.Answer;
import io.keyledger.standalone.journey.Api;
import io.keyledger.standalone.journey.Node;
import io.keyledger.standalone.journey.Sql;
import io.keyledger.testsupport.ScratchDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who holds everything in one workspace sees and changes nothing of another, whichever operation of
 * the API is tried. That it is the other workspace's ids which are refused, and nothing else about
 * the requests, is tried last: with ids of the caller's own workspace they are carried out.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IsolationWalkTest {

    private static final List<String> ORDER = List.of("GET", "PUT", "PATCH", "POST", "DELETE");

    private static final Staff STAFF = new Staff();

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Document document;
    private static Company own;
    private static Company other;
    private static Api caller;
    private static Closed closed;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data, STAFF.settings());
        Api administrator = node.administrator();
        document = Document.of(administrator);
        own = Company.found(document, administrator, STAFF, "own", "alfaword");
        other = Company.found(document, administrator, STAFF, "other", "bravoword");
        closed = new Closed(other.word());
        caller = administrator.as(Company.keyWith(everyPermission(), administrator, own.slug()));
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
        STAFF.close();
    }

    @Test
    @Order(0)
    void everyOperationIsWalked() {
        assertThat(document.operations())
                .hasSizeGreaterThan(60)
                .allMatch(
                        each ->
                                each.isInWorkspace()
                                        || each.scope().equals("system")
                                        || each.method().equals("GET")
                                        || each.example() != null
                                        || namesNothing(each));
    }

    /** Its answer can only be about who calls. */
    private static boolean namesNothing(Operation operation) {
        return operation.variables().isEmpty()
                && operation.parameters("query").isEmpty()
                && operation.node().path("requestBody").isMissingNode();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> anotherWorkspaceIsClosed() {
        return writingNothing(
                document.operations().stream().filter(Operation::isInWorkspace),
                operation ->
                        closed.mustBeClosed(
                                send(
                                        operation,
                                        operation.at(name -> other.value(operation, name)),
                                        body(operation, other))));
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> whatIsOfTheSystemIsClosed() {
        return writingNothing(
                document.operations().stream()
                        .filter(operation -> operation.scope().equals("system")),
                operation ->
                        assertThat(send(operation, operation.at(_ -> "1"), operation.example()))
                                .extracting(Answer::status)
                                .isEqualTo(403));
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> idsOfAnotherWorkspaceInPathsAreUnknown() {
        return writingNothing(
                document.operations().stream()
                        .filter(operation -> operation.isInWorkspace())
                        .filter(operation -> operation.variables().size() > 1),
                IsolationWalkTest::idsInPath);
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> idsOfAnotherWorkspaceInBodiesAreUnknown() {
        return writingNothing(
                document.operations().stream()
                        .filter(operation -> !operation.scope().equals("system"))
                        .filter(operation -> operation.example() != null),
                IsolationWalkTest::idsInBody);
    }

    @TestFactory
    @Order(5)
    Stream<DynamicTest> listsHoldNothingOfAnotherWorkspace() {
        return writingNothing(
                document.operations().stream()
                        .filter(operation -> !operation.scope().equals("system"))
                        .filter(operation -> operation.method().equals("GET")),
                IsolationWalkTest::queries);
    }

    @TestFactory
    @Order(6)
    Stream<DynamicTest> withIdsOfItsOwnTheSameRequestsAreCarriedOut() {
        return each(
                document.operations().stream()
                        .filter(each -> each.isInWorkspace() || isOfOwn(each))
                        .sorted(
                                Comparator.comparingInt(
                                                (Operation each) -> ORDER.indexOf(each.method()))
                                        .thenComparing(each -> -each.variables().size())),
                operation -> {
                    String path = operation.at(name -> own.value(operation, name));
                    Answer answer = send(operation, path + asked(operation), body(operation, own));
                    assertThat(answer.status()).as(answer.body()).isIn(200, 201, 204, 409);
                    Schemas.mustAllow(operation, answer);
                });
    }

    /** What it cannot be asked without. */
    private static String asked(Operation operation) {
        if (operation.path().matches(".*/(who-can|trial)")) {
            return "?permission=a:b";
        }
        return operation.path().endsWith("/audit/changed") ? "?from=2026-01-01T00:00:00Z" : "";
    }

    /** A list over all that the caller may see. */
    private static boolean isOfOwn(Operation operation) {
        return operation.scope().equals("own") && operation.method().equals("GET");
    }

    private static void idsInPath(Operation operation) {
        List<String> variables = operation.variables();
        for (String foreign : variables.subList(1, variables.size())) {
            Function<String, String> one =
                    name -> (name.equals(foreign) ? other : own).value(operation, name);
            Function<String, String> nobodys =
                    name -> name.equals(foreign) ? changed(one.apply(name)) : one.apply(name);
            Answer answer = send(operation, operation.at(one), body(operation, own));
            closed.mustBeUnknown(
                    answer, send(operation, operation.at(nobodys), body(operation, own)));
        }
        Function<String, String> all =
                name -> (name.equals("ws") ? own : other).value(operation, name);
        closed.mustBeRefused(send(operation, operation.at(all), body(operation, own)));
    }

    /** An id of the same form that nobody has. */
    private static String changed(String id) {
        return id.substring(0, id.length() - 1) + (id.endsWith("7") ? "8" : "7");
    }

    private static void idsInBody(Operation operation) {
        String path = operation.at(name -> own.value(operation, name));
        for (JsonNode body : Bodies.withOneOf(operation, body(operation, own), other)) {
            closed.mustBeRefused(send(operation, path, body));
        }
    }

    private static void queries(Operation operation) {
        String path = operation.at(name -> own.value(operation, name));
        closed.mustNotTell(send(operation, path, null));
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.get("name").asString();
            String value = other.named(operation, name).orElseGet(other::word);
            closed.mustNotTell(send(operation, path + "?" + name + "=" + value, null));
        }
    }

    private static Stream<DynamicTest> writingNothing(
            Stream<Operation> operations, Consumer<Operation> check) {
        return each(
                operations,
                operation -> {
                    long before = Sql.count(database, "store.domain_event");
                    check.accept(operation);
                    assertThat(Sql.count(database, "store.domain_event")).isEqualTo(before);
                });
    }

    private static Stream<DynamicTest> each(
            Stream<Operation> operations, Consumer<Operation> check) {
        List<Operation> walked = operations.toList();
        assertThat(walked).isNotEmpty();
        return walked.stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check.accept(each)));
    }

    private static @Nullable JsonNode body(Operation operation, Company company) {
        JsonNode example = operation.example();
        return example == null ? null : Bodies.of(operation, example, company);
    }

    private static Answer send(Operation operation, String path, @Nullable JsonNode body) {
        return caller.send(
                operation.method(),
                path,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    }

    private static List<String> everyPermission() {
        return Stream.concat(
                        Stream.of("permissions:delegate"),
                        document.operations().stream().map(Operation::permission))
                .distinct()
                .toList();
    }
}
