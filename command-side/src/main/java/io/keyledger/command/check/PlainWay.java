package io.keyledger.command.check;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.Decision;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.server.Exchange;
import io.keyledger.access.source.Source;

import org.jspecify.annotations.Nullable;

/** One of the ways in, for requests that come as most do. */
interface PlainWay {

    /** Of the address, and as metrics name it. */
    String path();

    /** Whether a body of that type comes as most do. */
    boolean takes(@Nullable String contentType);

    /**
     * What a body asks; null, or any exception that is told to the caller, if nothing can be asked
     * by it.
     */
    @Nullable BehalfCheck asked(byte[] body, PresentedKey caller, Source source);

    void answer(Exchange exchange, Decision decision);
}
