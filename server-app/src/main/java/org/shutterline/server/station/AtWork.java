package org.shutterline.server.station;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which tool of a job works at the moment, so that one that never returns can be named. Asked on any thread. */
public final class AtWork {
    private volatile Optional<String> id = Optional.empty();
    private volatile long sinceNanos = System.nanoTime();

    /** The id of the one that is made, or looks at a picture, now. */
    public Optional<String> tool() {
        return id;
    }

    /** How long ago the newest of them began; as long as this exists if none did. */
    long ms() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sinceNanos);
    }

    void begins(ToolStep tool) {
        sinceNanos = System.nanoTime();
        id = Optional.of(tool.id());
    }

    void ends() {
        id = Optional.empty();
    }
}
