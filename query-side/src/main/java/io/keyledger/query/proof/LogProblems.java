package io.keyledger.query.proof;

import io.keyledger.access.problem.ApiProblem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Why there is no proof. */
final class LogProblems {

    private LogProblems() {}

    static ApiProblem notYet() {
        return new ApiProblem(
                        HttpStatus.CONFLICT,
                        "not-in-a-checkpoint-yet",
                        "The log has not been signed since; a checkpoint is signed every five seconds")
                .with(HttpHeaders.RETRY_AFTER, "5");
    }

    static ApiProblem stopped(String code) {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "signing-stopped",
                "The log is not signed any more (" + code + "); whoever operates it has to look");
    }

    static ApiProblem damaged() {
        return new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "log-damaged",
                "What is stored does not fit what was signed; whoever operates it has to look");
    }

    static ApiProblem unknownEntry() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "unknown-audit-entry",
                "there is no such entry in this workspace's audit trail");
    }

    static ApiProblem unknownCheckpoint(long size) {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "unknown-checkpoint",
                "no checkpoint of size " + size + " was signed under the log's origin of today");
    }

    static ApiProblem unknownTile() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "unknown-tile",
                "the log's last checkpoint has no such tile (C2SP tlog-tiles)");
    }

    static ApiProblem unknownWorkspace() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND, "unknown-workspace", "there is no such workspace");
    }
}
