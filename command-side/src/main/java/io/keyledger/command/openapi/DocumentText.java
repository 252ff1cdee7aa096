package io.keyledger.command.openapi;

import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Rejected;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A document as maps, lists and scalars. Bounded in depth; YAML without aliases, with which a small
 * text can mean a huge tree, and without types of its own.
 */
final class DocumentText {

    private static final int DEPTH = 60;
    private static final int CHARACTERS = 1 << 20;
    private static final String FIELD = "body";

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private DocumentText() {}

    static Map<?, ?> read(byte[] document, boolean yaml) {
        String text = utf8(document);
        Object root = yaml ? yaml(text) : json(text);
        if (root instanceof Map<?, ?> map) {
            return map;
        }
        throw Fields.invalid(FIELD, "must be an OpenAPI document");
    }

    private static String utf8(byte[] document) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
        } catch (CharacterCodingException _) {
            throw Fields.invalid(FIELD, "must be in UTF-8");
        }
    }

    private static Object json(String text) {
        try {
            return JSON.readValue(text, Map.class);
        } catch (JacksonException _) {
            throw Fields.invalid(
                    FIELD, "must be JSON without doubled keys, at most " + DEPTH + " levels deep");
        }
    }

    private static Object yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEPTH);
        options.setCodePointLimit(CHARACTERS);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException e) {
            throw unreadable();
        } catch (IllegalArgumentException | ClassCastException _) {
            // What the library lets through of malformed dates and numbers.
            throw unreadable();
        }
    }

    private static Rejected unreadable() {
        return Fields.invalid(
                FIELD,
                "must be one YAML document without doubled keys, aliases or tags of its own, at"
                        + " most "
                        + DEPTH
                        + " levels deep");
    }
}
