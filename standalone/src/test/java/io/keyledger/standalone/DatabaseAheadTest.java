package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.embedded.StartFailure;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class DatabaseAheadTest {

    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void itIsMadeReadyBesideTheReadingAndPartsKnowWhereItIs() {
        CountDownLatch reading = new CountDownLatch(1);
        DatabaseAhead database =
                DatabaseAhead.begin(
                        () -> "here",
                        place -> {
                            await(reading);
                            return Map.of("url", place);
                        });
        database.initialize(context);
        context.addBeanFactoryPostProcessor(
                (BeanDefinitionRegistryPostProcessor) _ -> reading.countDown());
        context.registerBean(
                String.class, () -> context.getEnvironment().getRequiredProperty("url"));
        context.refresh();
        assertThat(context.getBean(String.class)).isEqualTo("here");
        database.end();
    }

    @Test
    void itIsStartedBeforeThereIsAnApplicationAndPreparedOnceThatLogs() {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean logging = new AtomicBoolean();
        DatabaseAhead database =
                DatabaseAhead.begin(
                        () -> {
                            started.countDown();
                            return "";
                        },
                        _ -> Map.of("logging", logging.get()));
        await(started);
        logging.set(true);
        database.initialize(context);
        context.refresh();
        assertThat(context.getEnvironment().getProperty("logging")).isEqualTo("true");
    }

    @Test
    void whatStoodInTheWayIsThrownAsItWasAndNoPartIsMade() {
        AtomicBoolean partMade = new AtomicBoolean();
        DatabaseAhead database =
                DatabaseAhead.begin(
                        () -> {
                            throw new StartFailure("no room");
                        },
                        _ -> Map.of());
        database.initialize(context);
        context.registerBean(
                String.class,
                () -> {
                    partMade.set(true);
                    return "";
                });
        assertThatThrownBy(context::refresh).isInstanceOf(StartFailure.class).hasMessage("no room");
        assertThat(partMade).isFalse();
        database.end();
    }

    @Test
    void anApplicationThatFailsFirstWaitsForItsEndAndPreparesNothing() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        AtomicBoolean started = new AtomicBoolean();
        AtomicBoolean prepared = new AtomicBoolean();
        DatabaseAhead database =
                DatabaseAhead.begin(
                        () -> {
                            await(starting);
                            started.set(true);
                            return "";
                        },
                        _ -> {
                            prepared.set(true);
                            return Map.of();
                        });
        Thread failed = Thread.ofPlatform().start(database::end);
        failed.join(100);
        assertThat(failed.isAlive()).isTrue();
        starting.countDown();
        failed.join();
        assertThat(started).isTrue();
        assertThat(prepared).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
