package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Pattern OF_JAVA =
            Pattern.compile("Reference Handler|Finalizer|Signal Dispatcher|Service Thread"
                    + "|Monitor Deflation Thread|C[12] CompilerThread\\d+|Sweeper thread|Notification Thread|Common-Cleaner"
                    + "|Attach Listener|DestroyJavaVM|Cleaner-\\d+|Java2D Disposer|logback-\\d+|process reaper.*");

    @TempDir
    Path folder;

    @Test
    void everyThreadOfAWorkingServerIsInTheTable() throws IOException, InterruptedException {
        List<String> known = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("threads.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                known.add("\\Q" + row.group(1).replaceAll("<[a-z]+>", "\\\\E.+\\\\Q") + "\\E");
            }
        }
        assertThat(known).hasSizeGreaterThan(15);
        try (RealServer server = RealServer.station("floor", folder.resolve("data"));
                Talk talk = server.talk()) {
            String id = talk.trigger("T1").get(2);
            talk.ask("JOB1,plate");
            talk.ask("RESULT," + id);
            talk.ask("LIVE3,ON");
            List<String> running = threadsOf(server);

            assertThat(running).contains("archive", "pictures", "stillness", "live", "station-1-camera");
            assertThat(running).allSatisfy(name -> assertThat(known).anyMatch(shape -> name.matches(shape)));
        }
    }

    private static List<String> threadsOf(RealServer server) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
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
