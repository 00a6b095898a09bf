package org.shutterline.server.spi.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program writes to its standard error, and what it remarks between its answers: it goes to the log, line by line, and is drained however much it is. Long
 * lines are cut, and of a flood only some lines are kept.
 */
public final class SaidAside {
    private static final Logger LOG = LoggerFactory.getLogger(SaidAside.class);
    private static final int LONGEST_LINE = 500;
    private static final int MOST_LINES = 100;
    private static final long PER_NANOS = 60_000_000_000L;

    private final String name;
    private final InputStream in;
    private final byte[] line = new byte[LONGEST_LINE + 1];
    private int length;
    private long sinceNanos = System.nanoTime();
    private int lines;
    private volatile String last = "";

    public SaidAside(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Reads until there is no more. */
    public void drain() {
        byte[] buffer = new byte[4096];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    take(buffer[i]);
                }
            }
        } catch (IOException closed) {
            LOG.trace("standard error of program {} is closed", name, closed);
        }
        end();
    }

    /** The last line, for people; empty if there was none. */
    public String last() {
        return last;
    }

    private void take(byte b) {
        if (b == '\n' || b == '\r') {
            end();
        } else if (length < line.length) {
            line[length++] = b;
        }
    }

    private void end() {
        String whole = new String(line, 0, length, StandardCharsets.UTF_8);
        length = 0;
        note(whole);
    }

    /** One line more, from any thread. */
    synchronized void note(String raw) {
        String text = Plain.text(raw, LONGEST_LINE);
        if (text.isBlank()) {
            return;
        }
        last = text;
        long now = System.nanoTime();
        if (now - sinceNanos > PER_NANOS) {
            if (lines > MOST_LINES) {
                LOG.warn("program {} wrote {} more lines to standard error", name, lines - MOST_LINES);
            }
            sinceNanos = now;
            lines = 0;
        }
        if (lines++ < MOST_LINES) {
            LOG.info("program {}: {}", name, text);
        }
    }
}
