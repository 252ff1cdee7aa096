package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;

import org.springdoc.core.customizers.OpenApiCustomizer;

import java.util.stream.Stream;

/** Says what the operations have in common, and gives each body that has none an example. */
final class WholeDocument implements OpenApiCustomizer {

    private final Vocabulary vocabulary = Vocabulary.load();
    private final SchemaNames names;

    WholeDocument(SchemaNames names) {
        this.names = names;
    }

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents();
        AllWorkspaces.describeIn(document);
        Headers.describeIn(components);
        Refusals.describeIn(components);
        components.getSchemas().forEach(this::describe);
        Examples examples = new Examples(components.getSchemas());
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> describe(operation, examples));
        Gateways.describeIn(document);
        Introspections.describeIn(document);
    }

    private void describe(String name, Schema<?> schema) {
        vocabulary.describe(name, schema);
        Class<?> type = names.typeOf(name);
        if (type != null) {
            Presence.describe(type, schema);
        }
    }

    private void describe(Operation operation, Examples examples) {
        operation.getParameters().stream()
                .filter(parameter -> parameter.getSchema() != null)
                .forEach(this::describe);
        contents(operation)
                .flatMap(content -> content.values().stream())
                .filter(WholeDocument::hasNoExample)
                .forEach(body -> body.setExample(examples.of(body.getSchema())));
    }

    /** A copy, since parameters of the same type share one schema. */
    private void describe(Parameter parameter) {
        Schema<?> shared = parameter.getSchema();
        Schema<?> own = new Schema<>().types(shared.getTypes()).format(shared.getFormat());
        if (shared.getDefault() != null) {
            own.setDefault(shared.getDefault());
        }
        vocabulary.describeParameter(parameter.getName(), own);
        parameter.setSchema(own);
    }

    private static Stream<Content> contents(Operation operation) {
        Stream<Content> answers =
                operation.getResponses().values().stream()
                        .flatMap(answer -> Stream.ofNullable(answer.getContent()));
        return operation.getRequestBody() == null
                ? answers
                : Stream.concat(Stream.of(operation.getRequestBody().getContent()), answers);
    }

    private static boolean hasNoExample(MediaType body) {
        return body.getExample() == null
                && body.getSchema() != null
                && (body.getExamples() == null || body.getExamples().isEmpty());
    }
}
