package io.keyledger.console.edit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What of a form is compared, told and merged as one: it holds values by keys, of which there is
 * one, or as many as were typed.
 */
public sealed interface Field permits Single, Keyed, Many {

    /** The property of the form that it is of, or what several are called. */
    String name();

    String label();

    /** By which a choice for what it holds by that key is sent. */
    default String name(String key) {
        return name();
    }

    default String label(String key) {
        return label();
    }

    /** What it holds in a form, tidied, so that what means the same is equal. */
    Map<String, JsonNode> read(ObjectNode form);

    void write(ObjectNode form, Map<String, JsonNode> held);

    /**
     * In words.
     *
     * @param names what ids stand for
     */
    String told(String key, JsonNode value, Map<String, String> names);

    /** In words, among others that it holds. */
    default String listed(String key, JsonNode value, Map<String, String> names) {
        return told(key, value, names);
    }

    /** A text. */
    static Field text(String name, String label) {
        return together(name, label, List::getFirst, name);
    }

    /**
     * Properties that mean something together only: one's first with the other's second is none's.
     */
    static Field together(
            String name, String label, Function<List<String>, String> words, String... properties) {
        return new Single(name, label, List.of(properties), words);
    }

    /** A line for each, {@code key: value}; each a choice of its own. */
    static Field pairs(String name, String label, String one, String fault) {
        return new Keyed(name, label, one, fault);
    }

    /** A line for each. */
    static Field lines(String name, String label) {
        return new Many(name, label, true, node -> node, (node, _) -> node.asString());
    }

    /** Ids. */
    static Field links(String name, String label) {
        return new Many(
                name,
                label,
                false,
                node -> node,
                (node, names) -> names.getOrDefault(node.asString(), node.asString()));
    }

    /** Rows, of which those told by nothing are empty. */
    static <R> Field rows(
            String name,
            String label,
            Class<R> type,
            UnaryOperator<R> tidy,
            BiFunction<R, Map<String, String>, String> words) {
        JsonMapper json = JsonMapper.shared();
        return new Many(
                name,
                label,
                false,
                node -> json.valueToTree(tidy.apply(json.treeToValue(node, type))),
                (node, names) -> words.apply(json.treeToValue(node, type), names));
    }
}
