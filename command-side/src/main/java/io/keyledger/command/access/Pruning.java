package io.keyledger.command.access;

import io.keyledger.access.quota.QuotaPruner;
import io.keyledger.access.state.AccessChangePruner;
import io.keyledger.command.idempotency.AnsweredRequests;
import io.keyledger.command.platform.DatabaseFaults;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Every minute, forgets which rows changed long ago, and what else is over. */
@Component
class Pruning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

    private final AccessChangePruner changes;
    private final QuotaPruner quotas;
    private final AnsweredRequests answered;
    private @Nullable ScheduledExecutorService timer;

    Pruning(AccessChangePruner changes, QuotaPruner quotas, AnsweredRequests answered) {
        this.changes = changes;
        this.quotas = quotas;
        this.answered = answered;
    }

    @Override
    public synchronized void start() {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("access-pruner").factory());
        timer.scheduleWithFixedDelay(this::prune, 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void prune() {
        try {
            changes.prune();
            quotas.prune();
            answered.prune();
        } catch (SQLException | DataAccessException e) {
            LOG.warn(
                    "Old notes of changes, quotas and answers were not pruned: SQLState {}",
                    DatabaseFaults.state(e));
        }
    }
}
