package io.keyledger.access.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/** A problem's body (RFC 9457, section 3). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        @Nullable String correlationId) {

    static Problem of(ApiProblem problem, @Nullable String correlationId) {
        return new Problem(
                "urn:keyledger:problem:" + problem.code(),
                problem.status().getReasonPhrase(),
                problem.status().value(),
                problem.detail(),
                problem.code(),
                problem.field(),
                correlationId);
    }
}
