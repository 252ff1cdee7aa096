package io.keyledger.command.access;

import io.keyledger.command.platform.WritesWithEvents;
import io.keyledger.command.platform.Written;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.WorkspaceEvent;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.time.Instant;

import javax.sql.DataSource;

/** Takes each event to the rows it changes. */
@Component
class AccessTables implements WritesWithEvents {

    private final JdbcOperations jdbc;

    AccessTables(@Qualifier("commandDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @EventHandler
    void on(
            DomainEvent event,
            @SequenceNumber long sequence,
            @MetaDataValue(value = "workspace", required = true) String workspace,
            @MetaDataValue(value = Written.KEY, required = true) Written command) {
        write(event, sequence, workspace, command.at(), writes().of(command));
    }

    private static void write(
            DomainEvent event, long sequence, String workspace, Instant at, Writes writes) {
        switch (event) {
            case WorkspaceEvent it -> new WorkspaceRows(writes).write(it, sequence);
            case RoleEvent it -> new RoleRows(writes).write(it, sequence, workspace);
            case UserGroupEvent it -> new UserGroupRows(writes).write(it, sequence, workspace);
            case SecurityPolicyEvent it ->
                    new SecurityPolicyRows(writes).write(it, sequence, workspace);
            case ApiEvent it -> new ApiRows(writes).write(it, sequence, workspace);
            case ServiceUserEvent it -> {
                new ServiceUserRows(writes).write(it, sequence, workspace);
                new ApiKeyRows(writes).write(it, workspace, at);
            }
            case PersonEvent it -> new PersonRows(writes).write(it, sequence);
        }
    }

    /** Those of the events that are being handled; they are sent when all were. */
    private Writes writes() {
        return CurrentUnitOfWork.get()
                .getOrComputeResource(
                        "access writes",
                        _ -> {
                            Writes writes = new Writes();
                            CurrentUnitOfWork.get().onPrepareCommit(_ -> send(writes));
                            return writes;
                        });
    }

    private void send(Writes writes) {
        try {
            writes.send(jdbc);
        } catch (DataAccessException e) {
            throw Constraints.rejection(e);
        }
    }
}
