package io.keyledger.command.platform;

import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries out a command that somebody without locks overtakes as often as the command says. */
class Overtaken implements HandlesCommands {

    /** To the workspace's own stream. */
    record Overtake(String workspace, int times) implements WorkspaceCommand {}

    /** An event-sourced aggregate as small as can be. */
    static class Toy extends Shell<WorkspaceEvent, String> {

        Toy() {
            super("");
        }

        @Override
        protected String streamOf(WorkspaceEvent event) {
            return "workspace:" + event.slug();
        }

        @Override
        protected String evolve(String before, WorkspaceEvent event) {
            return before;
        }
    }

    final AtomicInteger tries = new AtomicInteger();

    private final Repository<Toy> toys;
    private final JdbcClient jdbc;
    private final TransactionTemplate elsewhere;

    Overtaken(
            Aggregates aggregates,
            @Qualifier("commandJdbcClient") JdbcClient jdbc,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactions) {
        this.toys = aggregates.repository(Toy.class);
        this.jdbc = jdbc;
        this.elsewhere = new TransactionTemplate(transactions);
        elsewhere.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @CommandHandler
    Decided handle(Overtake command) {
        String stream = "workspace:" + command.workspace();
        Aggregate<Toy> toy = toys.load(stream);
        if (tries.incrementAndGet() <= command.times()) {
            elsewhere.executeWithoutResult(_ -> append(stream));
        }
        toy.execute(it -> it.apply(List.of(new WorkspaceRenamed(command.workspace(), "a", "b"))));
        return new Decided(stream, toy.version());
    }

    private void append(String stream) {
        jdbc.sql(
                        """
                        INSERT INTO store.domain_event (event_id, workspace, stream_type, stream, sequence,
                                                        type, revision, metadata, payload)
                        SELECT gen_random_uuid(), workspace, stream_type, stream, sequence + 1,
                               type, revision, metadata, payload
                          FROM store.domain_event WHERE stream = ? ORDER BY sequence DESC LIMIT 1
                        """)
                .param(stream)
                .update();
    }
}
