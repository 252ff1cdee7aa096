package io.keyledger.command.bootstrap;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Commands;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.id.IdGenerator;
import io.keyledger.shared.id.KeyId;
import io.keyledger.shared.record.RecordedActor;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Lets whoever owns the machine back in when no administrator's key is left. */
@Component
public class RecoverAdmin {

    private static final String NAME = "recovered-administrator-";

    private final Commands commands;
    private final AccessFacts facts;
    private final SecretHasher hasher;
    private final IdGenerator ids;
    private final Path folder;

    RecoverAdmin(
            Commands commands,
            AccessFacts facts,
            SecretHasher hasher,
            IdGenerator ids,
            @Value("${keyledger.data-directory}") Path folder) {
        this.commands = commands;
        this.facts = facts;
        this.hasher = hasher;
        this.ids = ids;
        this.folder = folder;
    }

    /** A new administrator by the first name that nobody ever had. */
    public Recovered recover() {
        for (int number = 1; ; number++) {
            String username = NAME + number;
            KeyFile file = new KeyFile(folder, username + ".key");
            boolean had = facts.usernameWasEver(BuiltIn.SYSTEM, username);
            if (!had && !Files.exists(file.path()) && made(username, file)) {
                return new Recovered(username, file.path());
            }
        }
    }

    /** False if another recovery took the name meanwhile. */
    private boolean made(String username, KeyFile file) {
        ApiKeyText key = ApiKeyText.generate(KeyId.of(ids.next()), new SecureRandom());
        Path prepared = file.prepare(key.reveal());
        try {
            commands.send(
                    new Recover(ids.next(), username, key.keyId(), hasher.hash(key)), itself());
        } catch (Rejected rejected) {
            file.discard(prepared);
            if (rejected.code() != RejectionCode.USERNAME_TAKEN) {
                throw rejected;
            }
            return false;
        }
        file.publish(prepared);
        return true;
    }

    private CallerInfo itself() {
        return new CallerInfo(
                RecordedActor.system("recover-admin"),
                BuiltIn.SYSTEM,
                null,
                null,
                null,
                null,
                ids.next());
    }

    /** Who was made, and where its key is. */
    public record Recovered(String username, Path file) {

        public String sentence() {
            return "The key of %s is in %s".formatted(username, file);
        }
    }
}
