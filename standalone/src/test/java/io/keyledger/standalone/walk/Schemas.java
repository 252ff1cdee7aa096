package io.keyledger.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

import io.keyledger.standalone.journey.Answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Values against the document's schemas, by somebody else's validator. */
final class Schemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDialect(Dialects.getDraft202012());

    private Schemas() {}

    static List<Error> errors(Document document, JsonNode schema, JsonNode value) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.root().get("components"));
        return REGISTRY.getSchema(whole)
                .validate(
                        value,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    /** An answer is one that the document describes. */
    static void mustAllow(Operation operation, Answer answer) {
        Document document = operation.document();
        JsonNode answers = operation.node().get("responses").get(Integer.toString(answer.status()));
        JsonNode content = document.resolved(answers).path("content");
        if (content.isEmpty()) {
            assertThat(answer.body()).isEmpty();
        } else if (answer.header("Content-Type").startsWith("text/")) {
            String type = answer.header("Content-Type").split(";", 2)[0];
            assertThat(content.propertyNames()).anyMatch(said -> said.startsWith(type));
            assertThat(answer.body()).isNotEmpty();
        } else {
            JsonNode schema = content.iterator().next().get("schema");
            assertThat(errors(document, schema, answer.json())).as(answer.body()).isEmpty();
        }
    }
}
