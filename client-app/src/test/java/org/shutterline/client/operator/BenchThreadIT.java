package org.shutterline.client.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BenchThreadIT {
    private final Logger logger = (Logger) LoggerFactory.getLogger(BenchThread.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.ERROR);
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setLevel(Level.OFF);
    }

    @Test
    void whatBreaksATaskIsToldAndTheNextIsDone() throws Exception {
        CompletableFuture<Void> next = new CompletableFuture<>();
        try (BenchThread bench = new BenchThread(Clock.systemUTC())) {
            bench.run(() -> {
                throw new StackOverflowError("as scripted");
            });
            bench.run(() -> next.complete(null));
            next.get(10, TimeUnit.SECONDS);
        }

        assertThat(log.list).singleElement().satisfies(told -> {
            assertThat(told.getLevel()).isEqualTo(Level.ERROR);
            assertThat(told.getThrowableProxy().getMessage()).isEqualTo("as scripted");
        });
    }
}
