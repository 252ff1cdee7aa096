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
import java.util.function.Supplier;

class DatabaseAheadTest {

    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void itIsMadeReadyBesideTheReadingAndPartsKnowWhereItIs() {
        CountDownLatch reading = new CountDownLatch(1);
        DatabaseAhead database =
                begun(
                        () -> {
                            await(reading);
                            return Map.of("url", "here");
                        });
        context.addBeanFactoryPostProcessor(
                (BeanDefinitionRegistryPostProcessor) _ -> reading.countDown());
        context.registerBean(
                String.class, () -> context.getEnvironment().getRequiredProperty("url"));
        context.refresh();
        assertThat(context.getBean(String.class)).isEqualTo("here");
        database.end();
    }

    @Test
    void whatStoodInTheWayIsThrownAsItWasAndNoPartIsMade() {
        AtomicBoolean partMade = new AtomicBoolean();
        DatabaseAhead database =
                begun(
                        () -> {
                            throw new StartFailure("no room");
                        });
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
    void anApplicationThatFailsFirstWaitsForItsEnd() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        AtomicBoolean started = new AtomicBoolean();
        DatabaseAhead database =
                begun(
                        () -> {
                            await(starting);
                            started.set(true);
                            return Map.of();
                        });
        Thread failed = Thread.ofPlatform().start(database::end);
        failed.join(100);
        assertThat(failed.isAlive()).isTrue();
        starting.countDown();
        failed.join();
        assertThat(started).isTrue();
    }

    @Test
    void whatWasNotBegunNeedsNoEnd() {
        new DatabaseAhead(Map::of).end();
    }

    private DatabaseAhead begun(Supplier<Map<String, Object>> steps) {
        DatabaseAhead database = new DatabaseAhead(steps);
        database.initialize(context);
        return database;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
