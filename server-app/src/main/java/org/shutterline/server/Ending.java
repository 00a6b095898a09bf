package org.shutterline.server;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes things apart one after the other, each whatever became of those before it. Used by one thread. */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private Optional<RuntimeException> broken = Optional.empty();

    void step(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LOG.error("ending a part of the server failed, the rest goes on", failed);
            broken.ifPresentOrElse(first -> first.addSuppressed(failed), () -> broken = Optional.of(failed));
        }
    }

    /** @throws RuntimeException the first that a step threw, with those of the others as suppressed */
    void done() {
        broken.ifPresent(first -> {
            throw first;
        });
    }
}
