package io.keyledger.command.web;

import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.check.PersonHolder;
import io.keyledger.access.web.Caller;
import io.keyledger.command.idempotency.AnsweredRequests;
import io.keyledger.command.idempotency.RepeatableRequest;
import io.keyledger.command.platform.Answering;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Commands;
import io.keyledger.command.platform.WorkspaceCommand;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.record.RecordedActor;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Sends a caller's commands and turns outcomes into answers with their version and their token. */
@Component
class Desk {

    private final Commands commands;
    private final AnsweredRequests answered;
    private final IdempotencyKey key;
    private final JsonMapper json;

    Desk(Commands commands, AnsweredRequests answered, IdempotencyKey key, JsonMapper json) {
        this.commands = commands;
        this.answered = answered;
        this.key = key;
        this.json = json;
    }

    /** 201 with where the new thing is; the body is made of its version and when it was created. */
    <T> ResponseEntity<T> created(
            WorkspaceCommand command,
            Caller caller,
            String location,
            Class<T> type,
            Function<Made, T> body) {
        return send(
                command,
                caller,
                new Reply<>(
                        201,
                        location,
                        type,
                        it ->
                                body.apply(
                                        new Made(
                                                it.stream(),
                                                it.version(),
                                                required(it.writtenAt())))));
    }

    /** 200 with the id and the version that the change made. */
    ResponseEntity<Changed> changed(WorkspaceCommand command, Caller caller, String id) {
        return send(
                command,
                caller,
                new Reply<>(200, null, Changed.class, it -> new Changed(id, it.version())));
    }

    /** 200 with a body of its own. */
    <T> ResponseEntity<T> answered(
            WorkspaceCommand command, Caller caller, Class<T> type, Function<Made, T> body) {
        return send(
                command,
                caller,
                new Reply<>(
                        200,
                        null,
                        type,
                        it ->
                                body.apply(
                                        new Made(
                                                it.stream(),
                                                it.version(),
                                                required(it.writtenAt())))));
    }

    /** 200 with a body that is made of what the command answered. */
    <A, T> ResponseEntity<T> told(
            WorkspaceCommand command,
            Caller caller,
            Class<A> answer,
            Class<T> type,
            Function<A, T> body) {
        return send(
                command,
                caller,
                new Reply<>(
                        200,
                        null,
                        type,
                        it -> body.apply(Objects.requireNonNull(answer.cast(it.answer())))));
    }

    /** 204. */
    ResponseEntity<Void> done(WorkspaceCommand command, Caller caller) {
        return send(command, caller, new Reply<Void>(204, null, Void.class, _ -> null));
    }

    /** The only command of a request, which is carried out once if the request has a key. */
    private <T> ResponseEntity<T> send(WorkspaceCommand command, Caller caller, Reply<T> reply) {
        return send(command, caller, reply, key.of(caller));
    }

    /** One of perhaps several commands of a request. */
    <T> ResponseEntity<T> send(
            WorkspaceCommand command,
            Caller caller,
            Reply<T> reply,
            @Nullable RepeatableRequest request) {
        Answering<ResponseEntity<T>> answering =
                request == null ? reply::fresh : new Once<>(reply, request, answered, json);
        return commands.send(command, info(caller), answering);
    }

    private static CallerInfo info(Caller caller) {
        return switch (caller.holder()) {
            case KeyHolder(UUID id, String username, String workspace, String keyId) ->
                    info(
                            caller,
                            RecordedActor.serviceUser(id.toString(), username, keyId),
                            workspace,
                            null);
            case PersonHolder person ->
                    info(
                            caller,
                            RecordedActor.person(person.id().toString()),
                            BuiltIn.SYSTEM,
                            person.name());
        };
    }

    private static CallerInfo info(
            Caller caller, RecordedActor actor, String workspace, @Nullable String personName) {
        return new CallerInfo(
                actor,
                workspace,
                caller.id(),
                caller.address(),
                caller.userAgent(),
                caller.reason(),
                caller.correlationId(),
                personName);
    }

    private static Instant required(@Nullable Instant writtenAt) {
        return Objects.requireNonNull(writtenAt, "the command wrote nothing");
    }

    /** The version of a stream that a command made, and when, by the database's clock. */
    record Made(String stream, long version, Instant at) {}

    /** The answer to a change. */
    record Changed(String id, long version) {}
}
