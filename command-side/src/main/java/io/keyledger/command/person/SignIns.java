package io.keyledger.command.person;

import io.keyledger.access.key.PersonToken;
import io.keyledger.access.oidc.OidcSettings;
import io.keyledger.access.source.Source;
import io.keyledger.command.person.PersonCommand.SignIn;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Commands;
import io.keyledger.command.platform.Conflict;
import io.keyledger.command.platform.Outcome;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.id.IdGenerator;
import io.keyledger.shared.record.RecordedActor;

import org.springframework.stereotype.Component;

import java.util.UUID;

/** Signs people in by their tokens, whose signature was verified. */
@Component
public class SignIns {

    private final Commands commands;
    private final PeopleReader facts;
    private final IdGenerator ids;
    private final OidcSettings settings;

    SignIns(Commands commands, PeopleReader facts, IdGenerator ids, OidcSettings settings) {
        this.commands = commands;
        this.facts = facts;
        this.ids = ids;
        this.settings = settings;
    }

    /** What came of it, with a {@link SignedIn}. Two first sign-ins at once are of one person. */
    public Outcome signIn(PersonToken token, Source source, UUID correlationId) {
        try {
            return send(token, source, correlationId);
        } catch (Conflict _) {
            return send(token, source, correlationId);
        }
    }

    private Outcome send(PersonToken token, Source source, UUID correlationId) {
        UUID id =
                facts.idOf(token.identity().issuer(), token.identity().subject())
                        .orElseGet(ids::next);
        SignIn command =
                new SignIn(
                        id,
                        token.identity().issuer(),
                        token.identity().subject(),
                        token.issuedAt(),
                        settings.claimed(token.groups()));
        return commands.send(
                command,
                new CallerInfo(
                        RecordedActor.person(id.toString()),
                        BuiltIn.SYSTEM,
                        id,
                        source.address() == null ? null : source.address().text(),
                        source.userAgent(),
                        null,
                        correlationId,
                        token.name()));
    }
}
