package org.shutterline.server.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WatchdogTest {
    private final List<Runnable> handedIn = new ArrayList<>();
    private long now;
    private final Watchdog dog = new Watchdog(() -> now);

    private void passes(int seconds) {
        for (int n = 0; n < seconds; n++) {
            now += 1_000_000_000;
            dog.round();
        }
    }

    private void work() {
        List<Runnable> all = List.copyOf(handedIn);
        handedIn.clear();
        all.forEach(Runnable::run);
    }

    @Test
    void saysNothingOfAThreadThatComesToItsWork() {
        dog.watch("the window", Duration.ofSeconds(5), handedIn::add);
        for (int n = 0; n < 20; n++) {
            passes(1);
            work();
        }
        assertThat(dog.troubles()).isEmpty();
    }

    @Test
    void namesAThreadThatIsStuckUntilItGoesOn() {
        dog.watch("the window", Duration.ofSeconds(5), handedIn::add);
        passes(1);
        work();
        passes(6);
        assertThat(dog.troubles()).isEmpty();
        passes(1);
        assertThat(dog.troubles()).hasSize(1).first().asString().startsWith("the window");
        assertThat(handedIn).as("it is not flooded").hasSize(1);
        work();
        assertThat(dog.troubles()).isEmpty();
    }

    @Test
    void theReportOfAStuckThreadHoldsItsStack() throws InterruptedException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Watchdog.class);
        log.start();
        logger.addAppender(log);
        ExecutorService window = Executors.newSingleThreadExecutor(task -> new Thread(task, "window-thread"));
        CountDownLatch goOn = new CountDownLatch(1);
        try {
            dog.watch("the window", Duration.ofSeconds(5), window::execute);
            passes(1);
            window.submit(() -> waitsForEver(goOn));
            await().until(() -> isIn("WatchdogTest.waitsForEver"));
            passes(8);
            assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
            assertThat(log.list.get(0).getFormattedMessage())
                    .startsWith("the window has not come to its work for 5 s")
                    .contains("\"window-thread\"")
                    .contains("WatchdogTest.waitsForEver(WatchdogTest.java:");
        } finally {
            goOn.countDown();
            window.shutdown();
            logger.detachAppender(log);
        }
    }

    private static boolean waitsForEver(CountDownLatch goOn) throws InterruptedException {
        goOn.await();
        return true;
    }

    private static boolean isIn(String method) {
        return Stacks.all().contains(method);
    }

    @Test
    void aThreadThatHasEndedIsNoTrouble() {
        dog.watch("the look-up", Duration.ofSeconds(5), task -> {
            throw new RejectedExecutionException();
        });
        passes(20);
        assertThat(dog.troubles()).isEmpty();
    }

    @Test
    void namesAThreadThatIsAtTheSameForTooLongUntilItGoesOn() {
        AtomicReference<Optional<Watchdog.Busy>> at = new AtomicReference<>(Optional.empty());
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Watchdog.class);
        log.start();
        logger.addAppender(log);
        try {
            dog.watch("the thread that stores", Duration.ofSeconds(5), at::get);
            for (int n = 0; n < 10; n++) {
                at.set(Optional.of(new Watchdog.Busy(Thread.currentThread(), now)));
                passes(4);
            }
            assertThat(dog.troubles()).as("it does one thing after the other").isEmpty();
            passes(2);
            assertThat(dog.troubles()).hasSize(1).first().asString().startsWith("the thread that stores");
            passes(2);
            assertThat(log.list).hasSize(1);
            assertThat(log.list.get(0).getFormattedMessage()).contains("namesAThreadThatIsAtTheSameForTooLong");
            at.set(Optional.empty());
            passes(1);
            assertThat(dog.troubles()).isEmpty();
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void anErrorOfARoundIsToldOnceAndTheOthersAreWatchedOn() {
        List<Throwable> told = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> told.add(mistake));
        try {
            dog.watch("the broken one", Duration.ofSeconds(5), task -> {
                throw new NoClassDefFoundError("meant to be");
            });
            dog.watch("the window", Duration.ofSeconds(5), handedIn::add);
            passes(8);
            assertThat(told).hasSize(1).first().asString().contains("meant to be");
            assertThat(dog.troubles()).hasSize(1).first().asString().startsWith("the window");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void thatThereIsNoThreadToBeHadIsNoErrorOfTheDog() {
        List<Throwable> told = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> told.add(mistake));
        try {
            dog.watch("the look-up", Duration.ofSeconds(5), task -> {
                if (now < 3_000_000_000L) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                handedIn.add(task);
            });
            passes(4);
            assertThat(told).isEmpty();
            assertThat(handedIn).hasSize(1);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void theDogGoesOnAfterAnErrorOfItsOwn() throws InterruptedException {
        List<Throwable> told = new CopyOnWriteArrayList<>();
        CountDownLatch asked = new CountDownLatch(2);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> told.add(mistake));
        try (Watchdog running = Watchdog.watching()) {
            running.watch("the broken one", Duration.ofSeconds(5), task -> {
                asked.countDown();
                throw new IllegalStateException("meant to be");
            });
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(told).hasSize(1);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aStackNamesWhereAThreadIs() {
        assertThat(Stacks.all())
                .contains('"' + Thread.currentThread().getName() + '"')
                .contains("aStackNamesWhereAThreadIs");
    }
}
