package io.keyledger.command.web;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.ProblemAdvice;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.web.AuthenticatesItself;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.keyledger.command.rule.Rejected;
import io.keyledger.shared.permission.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/** Gateways ask whether a key may pass. The caller's own key is checked in the same batch. */
@RestController
@RequestMapping("/api/v1/checks")
@Tag(name = "Checks")
class CheckController {

    private static final Permission MAY_CHECK = new Permission("checks:perform");

    private final CheckGate gate;
    private final ProblemAdvice problems;

    CheckController(CheckGate gate, ProblemAdvice problems) {
        this.gate = gate;
        this.problems = problems;
    }

    @PostMapping
    @AuthenticatesItself
    @Operation(summary = "May this key do this? Recorded before it is answered")
    CheckAnswer check(@RequestBody CheckBody body, HttpServletRequest request) {
        PresentedKey caller = RequestKey.of(request).orElseThrow(Problems::unauthenticated);
        return switch (gate.check(behalf(caller, body, request))) {
            case CallerRefused refused -> throw Problems.refused(refused.reason());
            case Decision decision -> CheckAnswer.of(decision);
        };
    }

    /** What cannot be read tells nobody anything before it is known, and on record, who asks. */
    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        HttpMediaTypeNotSupportedException.class
    })
    void unreadable(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Exception answered = failure;
        try {
            requireCaller(request);
        } catch (ApiProblem | NotRecorded refused) {
            answered = refused;
        }
        problems.answer(answered, request, response);
    }

    private BehalfCheck behalf(PresentedKey caller, CheckBody body, HttpServletRequest request) {
        try {
            return new BehalfCheck(
                    caller,
                    RequestSource.of(request),
                    PresentedKey.of(body.requiredKey()),
                    body.asked(),
                    body.source());
        } catch (ApiProblem | Rejected unusable) {
            requireCaller(request);
            throw unusable;
        }
    }

    /** Puts the caller's key through the gate by itself: there is no check to put it beside. */
    private void requireCaller(HttpServletRequest request) {
        Decision decision =
                gate.check(
                        new DirectCheck(
                                RequestKey.of(request).orElseThrow(Problems::unauthenticated),
                                new Asked.ForPermission(
                                        MAY_CHECK,
                                        null,
                                        request.getMethod(),
                                        request.getRequestURI(),
                                        null),
                                RequestSource.of(request)));
        if (decision.reason() != null) {
            throw Problems.refused(decision);
        }
    }
}
