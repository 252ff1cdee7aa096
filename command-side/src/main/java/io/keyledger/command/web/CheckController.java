package io.keyledger.command.web;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.Decision;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.web.AuthenticatesItself;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gateways ask whether a key may pass. The caller's own key is checked in the same batch. */
@RestController
@RequestMapping("/api/v1/checks")
@Tag(name = "Checks")
class CheckController {

    private final CheckGate gate;

    CheckController(CheckGate gate) {
        this.gate = gate;
    }

    @PostMapping
    @AuthenticatesItself
    @Operation(summary = "May this key do this? Recorded before it is answered")
    CheckAnswer check(@RequestBody CheckBody body, HttpServletRequest request) {
        PresentedKey caller = RequestKey.of(request).orElseThrow(Problems::unauthenticated);
        BehalfCheck check =
                new BehalfCheck(
                        caller,
                        RequestSource.of(request),
                        PresentedKey.of(body.requiredKey()),
                        body.asked(),
                        body.source());
        return switch (gate.check(check)) {
            case CallerRefused refused -> throw Problems.refused(refused.reason());
            case Decision decision -> CheckAnswer.of(decision);
        };
    }
}
