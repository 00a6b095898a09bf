package org.shutterline.server.station;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets jobs up in bounded time. To make a tool may run what somebody else made, such as a model: one that does not come back is
 * left alone with its thread, and what it was made into is closed if it comes back after all. Safe for all threads.
 */
public final class SetUp {
    public static final SetUp USUAL = new SetUp(Duration.ofSeconds(30));

    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);

    private final long mostMs;

    /** @param most how long one tool may take */
    public SetUp(Duration most) {
        this.mostMs = most.toMillis();
    }

    /**
     * Makes the tools of a job.
     *
     * @throws BadSetting if one cannot be made, or is not made in time
     */
    public Inspector inspector(Job job) {
        return made(job, atWork -> new Inspector(job, atWork), Inspector::close);
    }

    /** The same for so many pictures side by side. */
    PreparedJob prepared(Job job, int lanes) {
        return made(job, atWork -> new PreparedJob(job, lanes, atWork), PreparedJob::close);
    }

    /**
     * Makes the tools of a job and frees them again.
     *
     * @throws BadSetting if one cannot be made, or is not made in time
     */
    public void attempt(Job job) {
        made(
                job,
                atWork -> {
                    new Inspector(job, atWork).close();
                    return job;
                },
                none -> {});
    }

    private <T> T made(Job job, Function<AtWork, T> making, Consumer<T> free) {
        AtWork atWork = new AtWork();
        long start = System.nanoTime();
        try (Patience patience = new Patience("set-up")) {
            return patience.within(
                    mostMs,
                    () -> mostMs - atWork.ms(),
                    () -> making.apply(atWork),
                    late -> late(job, start, late, free));
        } catch (Patience.GaveUp never) {
            throw refused(job, atWork.tool());
        } catch (ToolException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> void late(Job job, long startNanos, Optional<T> late, Consumer<T> free) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
        LOG.info("job {} that was given up was set up after {} s, its tools are closed", job.name(), seconds);
        late.ifPresent(free);
    }

    private BadSetting refused(Job job, Optional<String> stuck) {
        LOG.warn("job {} is given up: {} was not set up", job.name(), stuck.orElse("a tool"));
        String why = Thread.currentThread().isInterrupted()
                ? "expected to be set up, and nobody waited for it any more"
                : "expected to be set up within " + inWords() + ", and did not come back";
        return job.tools().stream()
                .filter(step -> step.id().equals(stuck.orElse("")))
                .findFirst()
                .map(step -> new BadSetting(step.options().place(), why))
                .orElseGet(() -> new BadSetting(job.name(), why));
    }

    private String inWords() {
        return mostMs % 1_000 == 0 ? mostMs / 1_000 + " s" : mostMs + " ms";
    }
}
