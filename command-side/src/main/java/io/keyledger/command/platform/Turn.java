package io.keyledger.command.platform;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** How a command is carried out. */
enum Turn {
    /** In one unit of work with others that only add, whose locks are taken for all of them. */
    TOGETHER,
    /** In a unit of work of its own, which takes the locks the command asks for. */
    BY_ITSELF,
    /** The same, with the workspace locked against everybody, whatever the command asks for. */
    EXCLUSIVELY;

    private static final String KEY = "turn";

    static Turn first(WorkspaceCommand command) {
        return command.addsTo() == null ? BY_ITSELF : TOGETHER;
    }

    void begin(UnitOfWork<?> work) {
        work.resources().put(KEY, this);
    }

    static Turn current() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrDefaultResource(KEY, BY_ITSELF)
                : BY_ITSELF;
    }
}
