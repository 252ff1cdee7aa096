package io.keyledger.command.upgrade;

import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Commands;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.id.IdGenerator;
import io.keyledger.shared.record.RecordedActor;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings all workspaces up to date before requests are taken. */
@Component
class UpgradeAtStart implements SmartLifecycle {

    private final Commands commands;
    private final BuiltInReader reader;
    private final IdGenerator ids;
    private volatile boolean done;

    UpgradeAtStart(Commands commands, BuiltInReader reader, IdGenerator ids) {
        this.commands = commands;
        this.reader = reader;
        this.ids = ids;
    }

    @Override
    public void start() {
        reader.behind().forEach(slug -> commands.send(new UpgradeWorkspace(slug), itself()));
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

    /** After the first start, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    private CallerInfo itself() {
        return new CallerInfo(
                RecordedActor.system("upgrade"),
                BuiltIn.SYSTEM,
                null,
                null,
                null,
                null,
                ids.next());
    }
}
