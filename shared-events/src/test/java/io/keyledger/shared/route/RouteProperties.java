package io.keyledger.shared.route;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Few words and short paths, so that templates and paths often meet. */
class RouteProperties {

    @Property
    void beingAsGoodIsSymmetric(
            @ForAll("templates") PathTemplate one, @ForAll("templates") PathTemplate other) {
        assertThat(one.isAsGoodAs(other)).isEqualTo(other.isAsGoodAs(one));
        assertThat(one.meets(other)).isEqualTo(other.meets(one));
        assertThat(one.isAsGoodAs(one)).isTrue();
    }

    @Property
    void theSameFormMeansMatchingTheSame(
            @ForAll("templates") PathTemplate one, @ForAll("templates") PathTemplate other) {
        assertThat(one.form().equals(other.form()))
                .isEqualTo(one.isWithin(other) && other.isWithin(one));
    }

    @Property
    void whatMatchesAgreesWithANaiveMatcher(
            @ForAll("tables") List<PathTemplate> wanted, @ForAll("paths") RequestPath path) {
        List<PathTemplate> templates = acceptable(wanted);
        List<PathTemplate> matching = templates.stream().filter(it -> matches(it, path)).toList();

        Optional<RouteTable.Match<PathTemplate>> found = table(templates).match("GET", path);

        assertThat(found.isPresent()).isEqualTo(!matching.isEmpty());
        found.ifPresent(
                match -> {
                    assertThat(matching).contains(match.route());
                    assertThat(match.variables()).isEqualTo(variables(match.route(), path));
                });
    }

    @Property
    void theMatchFoundIsCloserThanAnyOther(
            @ForAll("tables") List<PathTemplate> wanted, @ForAll("paths") RequestPath path) {
        List<PathTemplate> templates = acceptable(wanted);
        table(templates)
                .match("GET", path)
                .ifPresent(
                        match ->
                                assertThat(templates)
                                        .filteredOn(it -> matches(it, path))
                                        .allMatch(match.route()::isWithin));
    }

    @Property
    void ofAcceptedTemplatesThatMatchOnePathOneIsCloser(
            @ForAll("tables") List<PathTemplate> wanted, @ForAll("paths") RequestPath path) {
        List<PathTemplate> matching =
                acceptable(wanted).stream().filter(it -> matches(it, path)).toList();
        for (PathTemplate one : matching) {
            for (PathTemplate other : matching) {
                assertThat(one.isWithin(other) || other.isWithin(one)).isTrue();
            }
        }
    }

    @Property
    void aLiteralBeatsAVariable(@ForAll("paths") RequestPath path) {
        if (path.segments().isEmpty() || path.segments().contains("")) {
            return;
        }
        String literal = "/" + String.join("/", path.segments());
        String variable = literal.substring(0, literal.lastIndexOf('/')) + "/{last}";
        RouteTable<String> table = new RouteTable<>();
        table.add("GET", PathTemplate.parse(variable), "variable");
        table.add("GET", PathTemplate.parse(literal), "literal");

        assertThat(table.match("HEAD", path).orElseThrow().route()).isEqualTo("literal");
        assertThat(table.match("POST", path)).isEmpty();
    }

    @Provide
    Arbitrary<List<PathTemplate>> tables() {
        return templates().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<PathTemplate> templates() {
        return Arbitraries.of("a", "b", "%61", "{}")
                .list()
                .ofMaxSize(4)
                .map(RouteProperties::template);
    }

    @Provide
    Arbitrary<RequestPath> paths() {
        return Arbitraries.of("a", "b", "c")
                .list()
                .ofMaxSize(4)
                .flatMap(
                        parts ->
                                Arbitraries.of(false, false, false, true)
                                        .map(slash -> path(parts, slash && !parts.isEmpty())));
    }

    private static RequestPath path(List<String> parts, boolean trailingSlash) {
        return RequestPath.parse("/" + String.join("/", parts) + (trailingSlash ? "/" : ""))
                .orElseThrow();
    }

    private static PathTemplate template(List<String> parts) {
        List<String> named = new ArrayList<>();
        for (String part : parts) {
            named.add(part.equals("{}") ? "{v" + named.size() + "}" : part);
        }
        return PathTemplate.parse("/" + String.join("/", named));
    }

    /** Those that could be saved one after the other. */
    private static List<PathTemplate> acceptable(List<PathTemplate> wanted) {
        List<PathTemplate> accepted = new ArrayList<>();
        for (PathTemplate template : wanted) {
            if (accepted.stream().noneMatch(template::isAsGoodAs)) {
                accepted.add(template);
            }
        }
        return accepted;
    }

    private static RouteTable<PathTemplate> table(List<PathTemplate> templates) {
        RouteTable<PathTemplate> table = new RouteTable<>();
        templates.forEach(template -> table.add("GET", template, template));
        return table;
    }

    private static boolean matches(PathTemplate template, RequestPath path) {
        List<String> parts = List.of(template.form().substring(1).split("/", -1));
        List<String> asked = path.segments().isEmpty() ? List.of("") : path.segments();
        if (parts.size() != asked.size() || (asked.getLast().isEmpty() && asked.size() > 1)) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean free = parts.get(i).equals("{}") && !asked.get(i).isEmpty();
            if (!free && !parts.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> variables(PathTemplate template, RequestPath path) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.segments().size(); i++) {
            if (template.text().contains("{v" + i + "}")) {
                variables.put("v" + i, path.segments().get(i));
            }
        }
        return variables;
    }
}
