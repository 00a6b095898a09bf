package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ThreadsIT {
    private final Threads threads = Threads.own();

    @Test
    void aDraftIsWrittenOnAThreadOfItsOwn() throws Exception {
        assertThat(nameOf(threads.drafts()))
                .isNotEqualTo(nameOf(threads.desk()))
                .isNotEqualTo(nameOf(threads.trials()))
                .isNotEqualTo(nameOf(threads.tries()));
    }

    @Test
    void soonIsOnTheDeskAndAfterSomeSeconds() throws Exception {
        long before = System.nanoTime();
        assertThat(nameOf(threads.soon())).isEqualTo(nameOf(threads.desk()));
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
    }

    private static String nameOf(Executor thread) throws Exception {
        return CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), thread)
                .get(20, TimeUnit.SECONDS);
    }
}
