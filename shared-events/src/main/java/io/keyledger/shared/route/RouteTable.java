package io.keyledger.shared.route;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes made ready for matching. Literals beat variables; of templates where no two are as good as
 * each other, the one found is the closest.
 *
 * @param <R> what a route leads to
 */
public final class RouteTable<R> {

    /** A route that matched, with what its variables stand for. */
    public record Match<R>(R route, Map<String, String> variables) {}

    private record Leaf<R>(R route, List<String> variables) {}

    private static final class Node<R> {
        private final Map<String, Node<R>> literals = new HashMap<>();
        private @Nullable Node<R> variable;
        private @Nullable Leaf<R> leaf;
    }

    private final Map<String, Node<R>> byMethod = new HashMap<>();

    /**
     * Adds a route.
     *
     * @throws IllegalArgumentException if one of the same form is there
     */
    public void add(String method, PathTemplate template, R route) {
        Node<R> node = byMethod.computeIfAbsent(method, _ -> new Node<>());
        for (PathTemplate.Segment segment : template.segments()) {
            node = below(node, segment);
        }
        if (node.leaf != null) {
            throw new IllegalArgumentException("two routes have the form of " + template);
        }
        node.leaf = new Leaf<>(route, template.variables());
    }

    private static <R> Node<R> below(Node<R> node, PathTemplate.Segment segment) {
        if (!segment.variable()) {
            return node.literals.computeIfAbsent(segment.text(), _ -> new Node<>());
        }
        Node<R> variable = node.variable;
        if (variable == null) {
            variable = new Node<>();
            node.variable = variable;
        }
        return variable;
    }

    /** The route of a request, if there is one. */
    public Optional<Match<R>> match(String requestMethod, RequestPath path) {
        Node<R> root = byMethod.get(RouteMethod.of(requestMethod));
        return root == null
                ? Optional.empty()
                : Optional.ofNullable(match(root, path.segments(), new ArrayList<>()));
    }

    private static <R> @Nullable Match<R> match(
            Node<R> node, List<String> segments, List<String> values) {
        if (segments.isEmpty()) {
            return node.leaf == null ? null : matched(node.leaf, values);
        }
        String segment = segments.getFirst();
        List<String> rest = segments.subList(1, segments.size());
        Node<R> literal = node.literals.get(segment);
        Match<R> found = literal == null ? null : match(literal, rest, values);
        if (found != null || node.variable == null || segment.isEmpty()) {
            return found;
        }
        values.addLast(segment);
        found = match(node.variable, rest, values);
        values.removeLast();
        return found;
    }

    private static <R> Match<R> matched(Leaf<R> leaf, List<String> values) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            variables.put(leaf.variables().get(i), values.get(i));
        }
        return new Match<>(leaf.route(), variables);
    }
}
