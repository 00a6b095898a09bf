package org.shutterline.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;
import static org.awaitility.Awaitility.await;

import java.awt.GraphicsEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JLabel;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shutterline.client.link.RawServer;
import org.shutterline.client.operator.BenchThread;
import org.shutterline.client.settings.ClientSettings;

/** The window against a server that does it harm, in another way each time that it comes back. */
@Tag("window")
class HostileServerIT {
    private static final String HELLO = "HELLO,OK,Shutterline,1.0,1\n{\"re\":\"FORMAT\",\"status\":\"OK\"}\n";
    private static final String RESULT =
            "{\"event\":\"RESULT\",\"status\":\"OK\",\"id\":%d,\"station\":1,\"job\":\"a\",\"time\":\"2026-11-23T14:03:22Z\","
                    + "\"ms\":5.1,\"part\":\"%s\",\"origin\":\"wire\",\"repeated\":false,\"image\":\"pending\",\"values\":[]}\n";
    private static final int RESULTS = 200_000;
    private static final long ENDLESS_BYTES = 256L << 20;
    private static final long MORE_HEAP_BYTES = 64L << 20;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong mostHeap = new AtomicLong();
    private final List<RawServer.Behaviour> deeds = List.of(
            HostileServerIT::says,
            (in, out) -> floods(out),
            (in, out) -> neverEndsALine(out),
            (in, out) -> promisesAPicture(out),
            HostileServerIT::closesAtOnce);
    private BenchThread bench;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "a window needs a display");
        bench = new BenchThread(Clock.systemUTC());
        robot = BasicRobot.robotWithNewAwtHierarchy();
        window = new FrameFixture(
                robot,
                execute(() -> OpenedWindow.with(
                                bench, new SettingsKeeper(ClientSettings.FIRST, saved -> {}), () -> "key")
                        .frame()));
        await().until(() -> execute(() -> window.target().isActive()));
        robot.waitForIdle();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.cleanUp();
            bench.close();
        }
    }

    @Test
    void isToldOfAndTheWindowLivesInBoundedMemory() throws IOException {
        long before = usedHeap();
        try (RawServer hostile = new RawServer(this::harm)) {
            execute(() -> window.comboBox("address")
                    .target()
                    .setSelectedItem(hostile.address().toString()));
            window.button("connect").click();
            await().until(() -> reads("is no Shutterline station"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                long from = System.nanoTime();
                execute(() -> window.target().getTitle());
                assertThat(Duration.ofNanos(System.nanoTime() - from))
                        .as("until the window does something")
                        .isLessThan(Duration.ofSeconds(2));
                return done.get() >= deeds.size();
            });
            assertThat(mostHeap.get() - before).as("more bytes of heap").isLessThan(MORE_HEAP_BYTES);
            assertThat(window.button("connect").target().isShowing()).isTrue();
        }
    }

    private void harm(BufferedReader in, OutputStream out) throws IOException {
        try {
            deeds.get(next.getAndIncrement() % deeds.size()).serve(in, out);
        } finally {
            done.incrementAndGet();
        }
    }

    private static void says(BufferedReader in, OutputStream out) throws IOException {
        byte[] rubbish = new byte[4_096];
        new Random(1).nextBytes(rubbish);
        out.write(rubbish);
        out.flush();
        in.readLine();
    }

    /** As many results as it can, for parts with long names. */
    private void floods(OutputStream out) throws IOException {
        RawServer.write(out, HELLO);
        String part = "x".repeat(200);
        for (int id = 1; id <= RESULTS; id++) {
            RawServer.write(out, RESULT.formatted(id, part));
            if (id % (RESULTS / 10) == 0) {
                measure();
            }
        }
    }

    private void neverEndsALine(OutputStream out) throws IOException {
        byte[] piece = "a".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try {
            for (long written = 0; written < ENDLESS_BYTES; written += piece.length) {
                out.write(piece);
            }
        } finally {
            measure();
        }
    }

    private void promisesAPicture(OutputStream out) throws IOException {
        RawServer.write(out, HELLO + "!FRAME,1,mono8,16000,16000,256000000\n");
        byte[] piece = new byte[1 << 16];
        try {
            for (int n = 0; n < 16; n++) {
                out.write(piece);
            }
        } finally {
            measure();
        }
    }

    private static void closesAtOnce(BufferedReader in, OutputStream out) throws IOException {
        out.close();
    }

    private void measure() {
        mostHeap.accumulateAndGet(usedHeap(), Math::max);
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private boolean reads(String words) {
        return !robot.finder()
                .findAll(
                        window.target(),
                        component -> component instanceof JLabel label
                                && label.isShowing()
                                && label.getText() != null
                                && label.getText().contains(words))
                .isEmpty();
    }
}
