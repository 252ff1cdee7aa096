package io.keyledger.access.web;

import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Switch;
import io.keyledger.access.service.NodeAutoConfiguration;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** An application that has nothing but what access.web brings and a few handlers. */
@Configuration
@NodeAutoConfiguration
@Import({AccessWebConfiguration.class, WebTestApplication.Things.class})
class WebTestApplication {

    static final Fixture FIXTURE = fixture();
    static final Switch DATABASE = new Switch(FIXTURE.database.command());

    private static Fixture fixture() {
        Fixture fixture = Fixture.create();
        fixture.workspace("acme");
        fixture.workspace("other");
        return fixture;
    }

    @Bean
    DataSource gateDataSource() {
        return DATABASE;
    }

    record Thing(String name, int size, @Nullable Boolean on, @Nullable List<Part> parts) {}

    record Part(String id) {}

    @RestController
    static class Things {

        @GetMapping("/api/v1/workspaces/{ws}/things")
        @Requires("things:view")
        Caller list(@PathVariable String ws, Caller caller) {
            return caller;
        }

        @PostMapping(path = "/api/v1/workspaces/{ws}/things", consumes = "application/json")
        @Requires("things:view")
        Thing create(@PathVariable String ws, @RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/api/v1/own")
        @Requires(value = "things:view", in = Scope.OWN)
        int own(@RequestParam int limit) {
            return limit;
        }

        @GetMapping("/api/v1/system")
        @Requires(value = "things:view", in = Scope.SYSTEM)
        String system() {
            return "{}";
        }

        @PostMapping("/api/v1/echo")
        @Requires(value = "things:view", in = Scope.OWN)
        Part echo(@RequestBody Part part) {
            return part;
        }

        @GetMapping("/api/v1/unguarded")
        String unguarded() {
            throw new AssertionError("is not called");
        }

        @GetMapping("/api/v1/broken")
        @Requires(value = "things:view", in = Scope.OWN)
        String broken() {
            throw new IllegalStateException("INSERT INTO secret_table");
        }

        @GetMapping("/api/v1/half")
        @Requires(value = "things:view", in = Scope.OWN)
        Iterable<Integer> half() {
            return () -> IntStream.range(0, 100_000).map(i -> 1 / (50_000 - i)).iterator();
        }

        @GetMapping("/docs/page")
        String open() {
            return "{}";
        }
    }
}
