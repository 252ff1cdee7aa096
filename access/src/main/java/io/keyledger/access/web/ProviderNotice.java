package io.keyledger.access.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks for the provider once the node is up, and says so if it is not there: a wrong address would
 * be found out by the first person who signs in, and a provider that is away comes back by itself.
 */
public final class ProviderNotice implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderNotice.class);
    private static final long PATIENCE_SECONDS = 10;

    private final FutureTask<Optional<String>> look;

    /**
     * Of whom that asks.
     *
     * @param complaint says what is wrong, if something is
     */
    ProviderNotice(Supplier<Optional<String>> complaint) {
        this.look = new FutureTask<>(complaint::get);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Thread.ofVirtual()
                .name("provider")
                .start(
                        () -> {
                            look.run();
                            sentence().ifPresent(LOG::warn);
                        });
    }

    /** What was found, once that is known; empty if all is well. */
    public Optional<String> sentence() {
        try {
            return look.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The OpenID Connect provider could not be looked for: {}", e.toString());
            return Optional.empty();
        }
    }
}
