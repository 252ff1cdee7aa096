package io.keyledger.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.command.platform.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

/**
 * What came of one command of many.
 *
 * @param version of the service user, unless it was refused
 * @param problem why it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulkItem(
        String id,
        @Schema(allowableValues = {CHANGED, UNCHANGED, REFUSED}) String status,
        @Nullable Long version,
        @Nullable Problem problem) {

    static final String CHANGED = "changed";
    static final String UNCHANGED = "unchanged";
    static final String REFUSED = "refused";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(String code, String detail, @Nullable String field) {}

    static BulkItem of(String id, Outcome outcome) {
        return new BulkItem(
                id, outcome.writtenAt() == null ? UNCHANGED : CHANGED, outcome.version(), null);
    }

    static BulkItem refused(String id, ApiProblem why) {
        return new BulkItem(id, REFUSED, null, new Problem(why.code(), why.detail(), why.field()));
    }
}
