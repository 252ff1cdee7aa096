package io.keyledger.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Gets the database ready while the application reads what it is made of: from when it has set up
 * logging, until before it makes the first of its parts. Where the database is, with passwords, is
 * handed over within the process, so that it is neither among its arguments nor in its environment,
 * and before every other source.
 */
final class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Supplier<Map<String, Object>> steps;
    private @Nullable CompletableFuture<Map<String, Object>> begun;

    /**
     * @param steps lead to a database that is ready, and end with the properties that tell where it
     *     is
     */
    DatabaseAhead(Supplier<Map<String, Object>> steps) {
        this.steps = steps;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CompletableFuture<Map<String, Object>> places =
                CompletableFuture.supplyAsync(steps, Thread.ofPlatform().name("database")::start);
        begun = places;
        context.addBeanFactoryPostProcessor(
                _ ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("database", result(places))));
    }

    /** Waits until the steps have ended, if they were begun, well or not. */
    void end() {
        if (begun != null) {
            begun.exceptionally(_ -> Map.of()).join();
        }
    }

    private static Map<String, Object> result(CompletableFuture<Map<String, Object>> places) {
        try {
            return places.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }
}
