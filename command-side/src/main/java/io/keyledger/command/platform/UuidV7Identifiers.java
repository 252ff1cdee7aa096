package io.keyledger.command.platform;

import io.keyledger.shared.id.UuidV7;

import org.axonframework.common.IdentifierFactory;

import java.security.SecureRandom;
import java.time.Clock;

/** Makes Axon name its messages, and so our events, by UUIDs of version 7. */
public final class UuidV7Identifiers extends IdentifierFactory {

    private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new SecureRandom());

    @Override
    public String generateIdentifier() {
        return ids.next().toString();
    }
}
