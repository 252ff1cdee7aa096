package io.keyledger.access.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks for the provider once the node is up, and says so if it is not there: a wrong address would
 * be found out by the first person who signs in, and a provider that is away comes back by itself.
 *
 * @param complaint says what is wrong, if something is
 */
record ProviderNotice(Supplier<Optional<String>> complaint)
        implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderNotice.class);

    /** Nobody waits for it. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Thread.ofVirtual().name("provider").start(() -> complaint.get().ifPresent(LOG::warn));
    }
}
