package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Commands;
import io.keyledger.command.platform.Outcome;
import io.keyledger.command.platform.WorkspaceCommand;
import io.keyledger.shared.record.RecordedActor;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** Sends a caller's commands and turns outcomes into answers with their version and their token. */
@Component
class Desk {

    static final String TOKEN_HEADER = "Consistency-Token";

    private final Commands commands;

    Desk(Commands commands) {
        this.commands = commands;
    }

    /** 201 with where the new thing is; the body is made of its version and when it was created. */
    <T> ResponseEntity<T> created(
            WorkspaceCommand command, Caller caller, String location, Function<Made, T> body) {
        Outcome outcome = send(command, caller);
        HttpHeaders headers = headers(outcome);
        headers.setLocation(URI.create(location));
        headers.setCacheControl("no-store");
        return ResponseEntity.status(201).headers(headers).body(body.apply(made(outcome)));
    }

    /** 200 with the id and the version that the change made. */
    ResponseEntity<Changed> changed(WorkspaceCommand command, Caller caller, String id) {
        Outcome outcome = send(command, caller);
        return ResponseEntity.ok()
                .headers(headers(outcome))
                .body(new Changed(id, outcome.version()));
    }

    /** 200 with a body of its own that is kept nowhere on the way. */
    <T> ResponseEntity<T> answered(
            WorkspaceCommand command, Caller caller, Function<Made, T> body) {
        Outcome outcome = send(command, caller);
        HttpHeaders headers = headers(outcome);
        headers.setCacheControl("no-store");
        return ResponseEntity.ok().headers(headers).body(body.apply(made(outcome)));
    }

    /** 204. */
    ResponseEntity<Void> done(WorkspaceCommand command, Caller caller) {
        return ResponseEntity.noContent().headers(headers(send(command, caller))).build();
    }

    private Outcome send(WorkspaceCommand command, Caller caller) {
        RecordedActor actor =
                RecordedActor.serviceUser(
                        caller.serviceUserId().toString(), caller.username(), caller.keyId());
        return commands.send(
                command,
                new CallerInfo(
                        actor,
                        caller.workspace(),
                        caller.serviceUserId(),
                        caller.address(),
                        caller.userAgent(),
                        caller.reason(),
                        caller.correlationId()));
    }

    private static HttpHeaders headers(Outcome outcome) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag("\"" + outcome.version() + "\"");
        headers.set(TOKEN_HEADER, outcome.token().toString());
        return headers;
    }

    private static Made made(Outcome outcome) {
        return new Made(outcome.version(), Objects.requireNonNull(outcome.writtenAt()));
    }

    /** The version that a command made, and when, by the database's clock. */
    record Made(long version, Instant at) {}

    /** The answer to a change. */
    record Changed(String id, long version) {}
}
