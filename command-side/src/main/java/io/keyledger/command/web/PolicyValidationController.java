package io.keyledger.command.web;

import io.keyledger.access.web.Requires;
import io.keyledger.command.policy.PolicyJudge;
import io.keyledger.command.web.PolicyBodies.PolicyBody;
import io.keyledger.shared.id.IdGenerator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Judges policies that nobody has saved yet, for editors. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}")
@Tag(name = "Security policies")
class PolicyValidationController {

    private final PolicyJudge judge;
    private final IdGenerator ids;

    PolicyValidationController(PolicyJudge judge, IdGenerator ids) {
        this.judge = judge;
        this.ids = ids;
    }

    @PostMapping("/policies:validate")
    @Requires("policies:manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say whether a security policy could be, and write nothing",
            description =
                    "Whether its name is free, and whether the caller may grant what it grants,"
                            + " shows when it is created.")
    void validate(@PathVariable String ws, @RequestBody PolicyBody body) {
        judge.mustBeGood(body.creation(ws, ids.next()));
    }
}
