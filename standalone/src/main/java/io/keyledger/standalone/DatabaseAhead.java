package io.keyledger.standalone;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gets the database ready while the application is put together: it is started at once, prepared as
 * soon as logging is set up, and ready before the first of the application's parts is made. Where
 * it is, with passwords, is handed over within the process, so that it is neither among its
 * arguments nor in its environment, and before every other source.
 */
final class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Executor THREAD = Thread.ofPlatform().name("database")::start;

    private final CompletableFuture<Boolean> logging;
    private final CompletableFuture<Map<String, Object>> places;

    private DatabaseAhead(
            CompletableFuture<Boolean> logging, CompletableFuture<Map<String, Object>> places) {
        this.logging = logging;
        this.places = places;
    }

    /**
     * Starts it.
     *
     * @param start may not log
     * @param prepare makes what was started ready, and ends with the properties that tell where it
     *     is
     */
    static <S> DatabaseAhead begin(Supplier<S> start, Function<S, Map<String, Object>> prepare) {
        CompletableFuture<Boolean> logging = new CompletableFuture<>();
        return new DatabaseAhead(
                logging,
                CompletableFuture.supplyAsync(start, THREAD)
                        .thenCombineAsync(logging, (started, _) -> prepare.apply(started), THREAD));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        logging.complete(true);
        context.addBeanFactoryPostProcessor(
                _ ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("database", result())));
    }

    /** Waits until what was begun has ended, well or not; nothing more is begun. */
    void end() {
        logging.cancel(false);
        places.exceptionally(_ -> Map.of()).join();
    }

    private Map<String, Object> result() {
        try {
            return places.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }
}
