package io.keyledger.benchmark;

import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.permission.PermissionSet;
import io.keyledger.shared.route.PathTemplate;
import io.keyledger.shared.route.RequestPath;
import io.keyledger.shared.route.RouteTable;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a use is asked for, against what is granted: 200 permissions, 400 routes. */
@State(Scope.Thread)
public class MatchingBenchmark {

    private static final int RESOURCES = 200;

    private final PermissionSet permissions =
            PermissionSet.of(
                    Stream.concat(
                                    IntStream.range(0, RESOURCES)
                                            .mapToObj(i -> "shop.r" + i + ":view"),
                                    Stream.of("catalog.*:view"))
                            .toList());
    private final RouteTable<String> routes = new RouteTable<>();
    private final Permission concrete = new Permission("shop.r7:view");
    private final Permission below = new Permission("catalog.assets.images:view");
    private final Permission missing = new Permission("billing.invoices:view");

    @Setup
    public void prepare() {
        for (int i = 0; i < RESOURCES; i++) {
            routes.add("GET", PathTemplate.parse("/v1/r" + i), "all");
            routes.add("GET", PathTemplate.parse("/v1/r" + i + "/{id}/parts/{part}"), "one");
        }
    }

    @Benchmark
    public boolean concretePermission() {
        return permissions.allows(concrete);
    }

    @Benchmark
    public boolean permissionByPattern() {
        return permissions.allows(below);
    }

    @Benchmark
    public boolean missingPermission() {
        return permissions.allows(missing);
    }

    @Benchmark
    public Optional<RouteTable.Match<String>> route() {
        return RequestPath.parse("/v1/r77/4711/parts/%C3%A4")
                .flatMap(path -> routes.match("GET", path));
    }
}
