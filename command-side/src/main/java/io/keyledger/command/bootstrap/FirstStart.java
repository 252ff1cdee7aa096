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
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.security.SecureRandom;

/** Makes sure, before requests are taken, that there is a first administrator. */
@Component
class FirstStart implements SmartLifecycle {

    private final Commands commands;
    private final AccessFacts facts;
    private final SecretHasher hasher;
    private final IdGenerator ids;
    private final KeyFile file;
    private volatile boolean done;

    FirstStart(
            Commands commands,
            AccessFacts facts,
            SecretHasher hasher,
            IdGenerator ids,
            @Value("${keyledger.data-directory}") Path dataDirectory) {
        this.commands = commands;
        this.facts = facts;
        this.hasher = hasher;
        this.ids = ids;
        this.file = new KeyFile(dataDirectory, "bootstrap-admin.key");
    }

    @Override
    public void start() {
        if (!facts.workspaceExists(BuiltIn.SYSTEM)) {
            bootstrap();
        } else {
            file.publishLeftOver(this::works);
        }
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the web server, which starts in the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    private boolean works(String text) {
        return ApiKeyText.parse(text).filter(key -> facts.keyExists(key.keyId())).isPresent();
    }

    private void bootstrap() {
        ApiKeyText key = ApiKeyText.generate(KeyId.of(ids.next()), new SecureRandom());
        Path prepared = file.prepare(key.reveal());
        CallerInfo itself =
                new CallerInfo(
                        RecordedActor.system("first start"),
                        BuiltIn.SYSTEM,
                        null,
                        null,
                        null,
                        null,
                        ids.next());
        try {
            commands.send(new Bootstrap(ids.next(), key.keyId(), hasher.hash(key)), itself);
        } catch (Rejected rejected) {
            file.discard(prepared);
            if (rejected.code() != RejectionCode.WORKSPACE_TAKEN) {
                throw rejected;
            }
            return; // another first node was quicker
        }
        file.publish(prepared);
    }
}
