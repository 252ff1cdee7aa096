package io.keyledger.query.current;

import io.keyledger.access.problem.ApiProblem;

import org.springframework.http.HttpStatus;

/** The answer for ids that are nobody's, or another workspace's. */
public final class UnknownServiceUser {

    private UnknownServiceUser() {}

    public static ApiProblem problem() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "unknown-service-user",
                "there is no such service user in this workspace");
    }
}
