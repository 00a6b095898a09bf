package org.shutterline.docs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An X server of the test's own, which dies when it is closed. */
public final class OwnDisplay extends Fault {
    private static final int FIRST = 160;
    private static final int LAST = 199;
    private static final int START_S = 20;

    private final Process process;
    private final String name;

    private OwnDisplay(Process process, String name) {
        this.process = process;
        this.name = name;
    }

    public static OwnDisplay started(Duration most) throws IOException, InterruptedException {
        Needs.program("Xvfb");
        for (int number = FIRST; number <= LAST; number++) {
            if (Files.exists(socket(number))) {
                continue;
            }
            Process process = new ProcessBuilder(
                            "Xvfb", ":" + number, "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            OwnDisplay display = new OwnDisplay(process, ":" + number);
            if (display.isThere(socket(number))) {
                display.undoWithin(most);
                return display;
            }
            display.close();
        }
        throw new IOException("no display is free");
    }

    private static Path socket(int number) {
        return Path.of("/tmp/.X11-unix/X" + number);
    }

    private boolean isThere(Path socket) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_S);
        while (!Files.exists(socket) && process.isAlive() && System.nanoTime() < until) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return process.isAlive();
    }

    /** As {@code DISPLAY} wants it. */
    public String name() {
        return name;
    }

    @Override
    void undo() {
        process.destroyForcibly();
        try {
            process.waitFor(START_S, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
