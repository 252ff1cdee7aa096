package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.media.Schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What values look like, by the name of their property; said otherwise of one schema's property
 * under {@code Schema.property}, and of a schema itself under its name. What a handler says about
 * its own goes first.
 */
final class Vocabulary {

    private static final String FILE = "vocabulary.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode words;

    private Vocabulary(JsonNode words) {
        this.words = words;
    }

    static Vocabulary load() {
        try (InputStream file = Vocabulary.class.getResourceAsStream(FILE)) {
            return new Vocabulary(JSON.readTree(Objects.requireNonNull(file, FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void describe(String name, Schema<?> schema) {
        JsonNode own = words.path(name);
        apply(own, schema);
        own.path("required").forEach(property -> schema.addRequiredItem(property.asString()));
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((word, property) -> describe(name, word, property));
        }
    }

    /** A parameter of an operation: no property, though it may be called like one. */
    void describeParameter(String name, Schema<?> parameter) {
        apply(words.path("parameter." + name), parameter);
    }

    private void describe(String schema, String word, Schema<?> property) {
        JsonNode own = words.path(schema + "." + word);
        apply(own.isMissingNode() ? words.path(word) : own, property);
    }

    private static void apply(JsonNode word, Schema<?> schema) {
        if (schema.get$ref() != null) {
            return;
        }
        boolean ofOthers = schema.getItems() != null && schema.getItems().get$ref() != null;
        if (word.has("example") && schema.getExample() == null && !ofOthers) {
            schema.setExample(JSON.treeToValue(word.get("example"), Object.class));
        }
        word.forEachEntry((keyword, value) -> limit(keyword, value, schema));
    }

    private static void limit(String keyword, JsonNode value, Schema<?> schema) {
        switch (keyword) {
            case "minLength" -> schema.setMinLength(value.intValue());
            case "maxLength" -> schema.setMaxLength(value.intValue());
            case "pattern" -> schema.setPattern(value.asString());
            case "minimum" -> schema.setMinimum(value.decimalValue());
            case "maximum" -> schema.setMaximum(value.decimalValue());
            case "minItems" -> schema.setMinItems(value.intValue());
            case "maxItems" -> schema.setMaxItems(value.intValue());
            case "maxProperties" -> schema.setMaxProperties(value.intValue());
            case "items" -> apply(value, schema.getItems());
            case "values" -> apply(value, (Schema<?>) schema.getAdditionalProperties());
            case "description" -> schema.setDescription(value.asString());
            case "example", "required" -> {}
            default -> throw new IllegalStateException(keyword + " is no word of " + FILE);
        }
    }
}
