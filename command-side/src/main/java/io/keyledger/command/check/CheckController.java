package io.keyledger.command.check;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.ProblemAdvice;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.source.Source;
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
import java.util.List;
import java.util.function.BiFunction;

/** Gateways ask whether a key may pass. The caller's own key is checked in the same batch. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Checks")
class CheckController {

    private static final Permission MAY_CHECK = new Permission("checks:perform");

    private final CheckGate gate;
    private final ProblemAdvice problems;

    CheckController(CheckGate gate, ProblemAdvice problems) {
        this.gate = gate;
        this.problems = problems;
    }

    @PostMapping("/checks")
    @AuthenticatesItself
    @Operation(summary = "May this key do this? Recorded before it is answered")
    CheckAnswer check(@RequestBody CheckBody body, HttpServletRequest request) {
        BehalfCheck check = behalf(request, body::of);
        return CheckAnswer.of(answered(gate.check(check)));
    }

    @PostMapping("/checks:batch")
    @AuthenticatesItself
    @Operation(
            summary = "Up to 1,000 checks, all recorded before the first is answered",
            description =
                    "Answers are in the order of the checks. One that cannot be asked refuses all of"
                            + " them, and none is recorded.")
    Answers checkMany(@RequestBody BatchBody body, HttpServletRequest request) {
        List<BehalfCheck> checks = behalf(request, body::of);
        return new Answers(
                gate.checkAll(checks).stream()
                        .map(CheckController::answered)
                        .map(CheckAnswer::of)
                        .toList());
    }

    record Answers(List<CheckAnswer> items) {}

    private static Decision answered(CheckResult result) {
        return switch (result) {
            case CallerRefused refused -> throw Problems.refused(refused.reason());
            case Decision decision -> decision;
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

    private <T> T behalf(HttpServletRequest request, BiFunction<PresentedKey, Source, T> checks) {
        PresentedKey caller = RequestKey.of(request).orElseThrow(Problems::unauthenticated);
        try {
            return checks.apply(caller, RequestSource.of(request));
        } catch (Rejected unusable) {
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
