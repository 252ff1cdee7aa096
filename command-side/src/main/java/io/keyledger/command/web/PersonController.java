package io.keyledger.command.web;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.correlation.CorrelationFilter;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PersonToken;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.oidc.ClaimedGroup;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.source.Source;
import io.keyledger.access.web.AuthenticatesItself;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.command.person.PersonCommand.DisablePerson;
import io.keyledger.command.person.PersonCommand.EnablePerson;
import io.keyledger.command.person.SignIns;
import io.keyledger.command.person.SignedIn;
import io.keyledger.command.platform.Outcome;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.web.Desk.Changed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "People")
class PersonController {

    private final Desk desk;
    private final SignIns signIns;
    private final CheckGate gate;

    PersonController(Desk desk, SignIns signIns, CheckGate gate) {
        this.desk = desk;
        this.signIns = signIns;
        this.gate = gate;
    }

    /**
     * Who signed in.
     *
     * @param groups what the person is a member of now, as {@code workspace:group}
     * @param unknownGroups what the token claims besides, and is not there
     */
    record PersonSignedIn(UUID id, String name, List<String> groups, List<String> unknownGroups) {}

    @PostMapping("/sign-ins")
    @AuthenticatesItself
    @Operation(
            summary = "Sign in as a person",
            description =
                    "With a token of the configured OpenID Connect provider as the bearer token. Its"
                            + " groups are on record and count from then on; no token that is newer"
                            + " than the last sign-in is accepted elsewhere.")
    ResponseEntity<PersonSignedIn> signIn(HttpServletRequest request) {
        PresentedKey shown = RequestKey.of(request).orElseThrow(Problems::unauthenticated);
        Source source = RequestSource.of(request);
        if (!(shown instanceof PresentedKey.Token(PersonToken token))) {
            refuseUnlessGood(shown, source);
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN, "not-a-person", "Only people sign in, with a token.");
        }
        Outcome outcome = signedIn(token, source, CorrelationFilter.of(request));
        refuseUnlessGood(shown, source);
        SignedIn signedIn = (SignedIn) Objects.requireNonNull(outcome.answer());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(Reply.TOKEN, outcome.token().toString())
                .body(
                        new PersonSignedIn(
                                signedIn.personId(),
                                token.name(),
                                texts(signedIn.groups()),
                                texts(signedIn.unknown())));
    }

    @PostMapping("/people/{id}:disable")
    @Requires(value = "people:manage", in = Scope.SYSTEM)
    @Operation(summary = "Refuse all tokens of a person, at once")
    ResponseEntity<Changed> disable(
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new DisablePerson(Ids.person(id), IfMatch.version(ifMatch)), caller, id);
    }

    @PostMapping("/people/{id}:enable")
    @Requires(value = "people:manage", in = Scope.SYSTEM)
    @Operation(summary = "Let a disabled person act again")
    ResponseEntity<Changed> enable(
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(new EnablePerson(Ids.person(id), IfMatch.version(ifMatch)), caller, id);
    }

    /** A sign-in that is refused is on record as a use that is. */
    private Outcome signedIn(PersonToken token, Source source, UUID correlationId) {
        try {
            return signIns.signIn(token, source, correlationId);
        } catch (Rejected rejected) {
            gate.check(use(new PresentedKey.Token(token), source));
            throw rejected;
        }
    }

    /** Puts what was shown through the gate: its use is on record, whatever comes of it. */
    private void refuseUnlessGood(PresentedKey shown, Source source) {
        Decision decision = gate.check(use(shown, source));
        if (decision.reason() != null) {
            throw Problems.refused(decision);
        }
    }

    private static DirectCheck use(PresentedKey shown, Source source) {
        return new DirectCheck(shown, new Asked.Introspection(), source);
    }

    private static List<String> texts(List<ClaimedGroup> groups) {
        return groups.stream().map(ClaimedGroup::toString).toList();
    }
}
