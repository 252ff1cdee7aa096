package io.keyledger.command.race;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.Api;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two nodes on one database, and threads that all ask them at the same moment. */
final class TwoNodes implements AutoCloseable {

    static final int THREADS = 64;

    final ScratchDatabase database = ScratchDatabase.create();
    private final CommandNode first;
    private final CommandNode second;

    TwoNodes(Path data) {
        first = CommandNode.start(database, data);
        second = CommandNode.start(database, data);
    }

    TestWorkspace workspace() {
        return TestWorkspace.create(first.api(), database);
    }

    /** The API of the one node for even numbers, of the other for odd ones. */
    Api api(int number) {
        return (number % 2 == 0 ? first : second).api();
    }

    /** All at once; the answers in the order of what was asked. */
    List<Answer> race(List<Callable<Answer>> asked) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(asked.size());
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> each : asked) {
                running.add(
                        threads.submit(
                                () -> {
                                    together.await();
                                    return each.call();
                                }));
            }
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a request was not answered", e.getCause());
        }
        return answers;
    }

    @Override
    public void close() {
        first.close();
        second.close();
        database.close();
    }
}
