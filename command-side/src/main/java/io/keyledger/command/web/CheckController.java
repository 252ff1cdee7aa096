package io.keyledger.command.web;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.access.web.AuthenticatesItself;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.keyledger.command.rule.Fields;
import io.keyledger.shared.permission.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.UUID;

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
                        Asked.of(body.requiredPermission()),
                        body.source());
        return switch (gate.check(check)) {
            case CallerRefused refused -> throw Problems.refused(refused.reason());
            case Decision decision -> CheckAnswer.of(decision);
        };
    }

    /** What a gateway asks. */
    record CheckBody(
            @Nullable String key,
            @Nullable String permission,
            @Nullable String address,
            @Nullable String userAgent,
            @Nullable String requestId) {

        String requiredKey() {
            if (key == null) {
                throw ApiProblem.invalid("key", "The key to check must be given.");
            }
            return key;
        }

        Permission requiredPermission() {
            if (permission == null || !Permission.isPermission(permission)) {
                throw Fields.invalid(
                        "permission", "must be one resource:action, such as catalog.assets:view");
            }
            return new Permission(permission);
        }

        Source source() {
            return new Source(sourceAddress(), userAgent, requestId);
        }

        private @Nullable SourceAddress sourceAddress() {
            return address == null
                    ? null
                    : SourceAddress.parse(address)
                            .orElseThrow(
                                    () ->
                                            Fields.invalid(
                                                    "address", "must be an IPv4 or IPv6 address"));
        }

        @Override
        public String toString() {
            return "CheckBody[" + permission + "]";
        }
    }

    /** What it is answered; fields that are not known or not to be told are null. */
    record CheckAnswer(
            String decision,
            @Nullable String reason,
            @Nullable UUID serviceUser,
            @Nullable String username,
            @Nullable String workspace,
            @Nullable String keyId,
            String permission,
            String recordId,
            Instant checkedAt) {

        static CheckAnswer of(Decision decision) {
            KeyHolder holder = decision.holder();
            return new CheckAnswer(
                    decision.allowed() ? "allow" : "deny",
                    decision.publicReason(),
                    holder == null ? null : holder.serviceUserId(),
                    holder == null ? null : holder.username(),
                    holder == null ? null : holder.workspace(),
                    holder == null ? null : holder.keyId(),
                    decision.permission().text(),
                    decision.recordId().toString(),
                    decision.decidedAt());
        }
    }
}
