package io.keyledger.command.web;

import io.keyledger.command.idempotency.AnsweredRequests;
import io.keyledger.command.idempotency.RepeatableRequest;
import io.keyledger.command.idempotency.StoredAnswer;
import io.keyledger.command.platform.Answering;
import io.keyledger.command.platform.Outcome;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

/** Answers a request that has come before as it was answered then. */
record Once<T>(
        Reply<T> reply, RepeatableRequest request, AnsweredRequests answered, JsonMapper json)
        implements Answering<ResponseEntity<T>> {

    @Override
    public @Nullable ResponseEntity<T> already() {
        StoredAnswer stored = answered.begin(request);
        return stored == null ? null : reply.again(stored, json);
    }

    @Override
    public ResponseEntity<T> answer(Outcome outcome) {
        ResponseEntity<T> fresh = reply.fresh(outcome);
        answered.keep(request, reply.stored(outcome, fresh.getBody(), json));
        return fresh;
    }
}
