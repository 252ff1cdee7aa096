package io.keyledger.command.platform;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandMessageHandler;
import org.axonframework.commandhandling.NoHandlerForCommandException;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The annotated handlers of commands, by the names of what they take. */
final class CommandHandlers {

    private final Map<String, CommandMessageHandler> byCommand = new ConcurrentHashMap<>();

    void add(HandlesCommands component) {
        CommandMessageHandler handler = new AnnotationCommandHandlerAdapter<>(component);
        for (String command : handler.supportedCommandNames()) {
            if (byCommand.putIfAbsent(command, handler) != null) {
                throw new IllegalStateException("two components handle " + command);
            }
        }
    }

    Decided handle(CommandMessage<?> command) throws Exception {
        CommandMessageHandler handler = byCommand.get(command.getCommandName());
        if (handler == null) {
            throw new NoHandlerForCommandException(command);
        }
        return (Decided) Objects.requireNonNull(handler.handle(command));
    }
}
