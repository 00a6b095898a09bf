package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of threads.md names every thread of a server that works. */
final class ThreadsIT {
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|.*");
    private static final Pattern DUMPED = Pattern.compile("^\"([^\"]+)\" #\\d+.*");

    /** Threads that every Java program has. */
    private static final Pattern OF_JAVA = Pattern.compile(
            "Reference Handler|Finalizer|Signal Dispatcher|Service Thread"
                    + "|Monitor Deflation Thread|C[12] CompilerThread\\d+|Sweeper thread|Notification Thread|Common-Cleaner"
                    + "|Attach Listener|DestroyJavaVM|Cleaner-\\d+|Java2D Disposer|AWT-XAWT|AWT-Shutdown|AWT-Windows|TimerQueue|ImageIO.*|FileSystemWatch.*|logback-\\d+|process reaper.*");

    private static final Path CLIENT = Path.of("..", "client-app", "target", "shutterline-client.jar");

    @TempDir
    Path folder;

    @Test
    void everyThreadOfAWorkingServerIsInTheTable() throws IOException, InterruptedException {
        try (RealServer server = RealServer.station("floor", folder.resolve("data"));
                Talk talk = server.talk()) {
            String id = talk.trigger("T1").get(2);
            talk.ask("JOB1,plate");
            talk.ask("RESULT," + id);
            talk.ask("LIVE3,ON");
            List<String> running = threadsOf(server.pid());

            assertThat(running).contains("archive", "pictures", "stillness", "live", "station-1-camera");
            areInTheTable(running);
        }
    }

    @Test
    void everyThreadOfBothProgramsWithTheirWindowsIsInTheTable() throws IOException, InterruptedException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display for the windows");
        try (RealServer server = RealServer.withWindow("quick", folder.resolve("data"))) {
            Process client = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            CLIENT.toString(),
                            "--server",
                            "127.0.0.1:" + server.port(),
                            "--capture",
                            "1",
                            "--data",
                            folder.resolve("client").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("client.txt").toFile())
                    .start();
            try (Talk talk = server.talk()) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> talk.ask("S1").startsWith("S1,OK,READY,plate,1,1,"));
                List<String> ofServer = threadsOf(server.pid());
                assertThat(ofServer)
                        .contains("monitor", "net-traffic")
                        .anyMatch(name -> name.startsWith("AWT-EventQueue"));
                areInTheTable(ofServer);
                List<String> ofClient = threadsOf(client.pid());
                assertThat(ofClient).contains("operator").anyMatch(name -> name.startsWith("link-read"));
                areInTheTable(ofClient);
            } finally {
                client.destroyForcibly();
                client.waitFor();
            }
        }
    }

    private static void areInTheTable(List<String> running) throws IOException {
        List<String> known = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("threads.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                known.add("\\Q" + row.group(1).replaceAll("<[a-z]+>", "\\\\E.+\\\\Q") + "\\E");
            }
        }
        assertThat(known).hasSizeGreaterThan(15);
        assertThat(running).allSatisfy(name -> assertThat(known).anyMatch(name::matches));
    }

    private static List<String> threadsOf(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "Thread.print")
                .start();
        String dump = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return dump.lines()
                .map(DUMPED::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .filter(name -> !OF_JAVA.matcher(name).matches())
                .toList();
    }
}
