package io.keyledger.command.check;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.server.DirectHandler;
import io.keyledger.access.server.Exchange;
import io.keyledger.command.rule.Rejected;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import tools.jackson.core.JacksonException;

import java.util.Set;

/**
 * Answers what is asked as most ask it: with a body of told length, a well-formed key of the
 * caller, and nothing unusual about the request. Everything else, and every body by which nothing
 * can be asked, goes on to the controller of that path, which alone says what is wrong with it.
 */
final class PlainRequests implements DirectHandler {

    private static final int LARGEST = 16 * 1024;
    private static final Set<String> ACCEPTED = Set.of("*/*", MediaType.APPLICATION_JSON_VALUE);

    private final CheckGate gate;
    private final PlainWay way;

    PlainRequests(CheckGate gate, PlainWay way) {
        this.gate = gate;
        this.way = way;
    }

    @Override
    public boolean takes(Exchange exchange) {
        String accept = exchange.header(HttpHeaders.ACCEPT);
        return exchange.path().equals(way.path())
                && exchange.method().equals("POST")
                && exchange.query() == null
                && way.takes(exchange.header(HttpHeaders.CONTENT_TYPE))
                && exchange.bodyLength() >= 1
                && exchange.bodyLength() <= LARGEST
                && (accept == null || ACCEPTED.contains(accept))
                && exchange.key() instanceof PresentedKey.WellFormed;
    }

    @Override
    public void handle(Exchange exchange) {
        exchange.read(body -> handle(exchange, body));
    }

    private void handle(Exchange exchange, byte[] body) {
        BehalfCheck check = checkIn(exchange, body);
        if (check == null) {
            exchange.passOn(body);
        } else {
            exchange.begin(way.path());
            gate.ask(check)
                    .whenComplete(
                            (result, failure) ->
                                    exchange.guarded(() -> answer(exchange, result, failure)));
        }
    }

    /** Null if there is none that can be asked. */
    private @Nullable BehalfCheck checkIn(Exchange exchange, byte[] body) {
        try {
            PresentedKey caller = exchange.key();
            return caller == null ? null : way.asked(body, caller, exchange.source());
        } catch (ApiProblem | JacksonException | Rejected _) {
            return null;
        }
    }

    private void answer(
            Exchange exchange, @Nullable CheckResult result, @Nullable Throwable failure) {
        switch (result) {
            case null -> exchange.answer(NotRecorded.of(failure));
            case CallerRefused refused -> exchange.answer(Problems.refused(refused.reason()));
            case Decision decision -> way.answer(exchange, decision);
        }
    }
}
