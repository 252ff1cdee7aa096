package io.keyledger.shared.route;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Paths as attackers write them: what is read at all is read as everybody else reads it. */
class RequestPathProperties {

    private static final RouteTable<String> ROUTES = routes();

    @Property(tries = 5_000)
    void whatIsReadIsWhatTheJdkReads(@ForAll("hostilePaths") String raw) {
        RequestPath.parse(raw)
                .ifPresent(
                        path -> {
                            URI uri = URI.create("http://host" + raw);
                            String read = "/" + String.join("/", path.segments());
                            assertThat(uri.normalize().getPath()).isEqualTo(read);
                            assertThat(uri.getPath()).isEqualTo(read);
                        });
    }

    @Property(tries = 5_000)
    void whatIsReadHasOneFormAndNothingLeftToDecode(@ForAll("hostilePaths") String raw) {
        RequestPath.parse(raw)
                .ifPresent(
                        path -> {
                            assertThat(RequestPath.parse(plain(path))).contains(path);
                            assertThat(path.segments())
                                    .doesNotContain(".", "..")
                                    .noneMatch(it -> it.matches("(?s).*[/\\\\%;\\x00-\\x1f].*"));
                        });
    }

    @Property(tries = 5_000)
    void noDetourLeadsToAnotherRoute(@ForAll("hostilePaths") String raw) {
        Optional<String> found =
                RequestPath.parse(raw)
                        .flatMap(path -> ROUTES.match("GET", path))
                        .map(RouteTable.Match::route);
        found.ifPresent(
                route -> {
                    String read = URI.create("http://host" + raw).normalize().getPath();
                    assertThat(read).matches("/" + route + "(/[^/]+)?");
                });
    }

    @Property(tries = 2_000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(RequestPath.parse("/" + text)).isNotNull();
        assertThat(RequestPath.parse(text).isEmpty() || text.startsWith("/")).isTrue();
    }

    @Provide
    Arbitrary<String> hostilePaths() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "admin", "public", "a", "x.y", "A", "é", " ", "~", "+", "@:", "(1)", "/",
                        "//", "\\", ".", "..", "...", ";", ";v=1", "..;", "%2f", "%2F", "%5c",
                        "%2e", "%2E%2e", "%3b", "%25", "%252f", "%00", "%0a", "%20", "%41", "%c3",
                        "%C3%A9", "%c0%af", "%", "%4", "%zz", "?", "#");
        return pieces.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> "/" + String.join("", parts))
                .flatMap(path -> Arbitraries.of(path, "/public" + path, "/admin/../" + path));
    }

    private static String plain(RequestPath path) {
        return path.segments().stream()
                .map(RequestPath::encoded)
                .collect(Collectors.joining("/", "/", ""));
    }

    private static RouteTable<String> routes() {
        RouteTable<String> table = new RouteTable<>();
        for (String first : List.of("admin", "public")) {
            table.add("GET", PathTemplate.parse("/" + first), first);
            table.add("GET", PathTemplate.parse("/" + first + "/{id}"), first);
        }
        return table;
    }
}
