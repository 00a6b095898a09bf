package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Verdict;

/** {@link Keeping} as a process of its own, and what it told. Killed when closed. */
final class KeepingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final List<Long> durable = new ArrayList<>();

    private KeepingProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    static KeepingProcess on(Path data) throws IOException {
        Files.createDirectories(data);
        return new KeepingProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Keeping.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /** The next line that it says; empty when it has ended. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            return "";
        }
        if (line.startsWith(Keeping.DURABLE)) {
            durable.add(Long.parseLong(line.substring(Keeping.DURABLE.length())));
        }
        return line;
    }

    /** Reads on until so many results more are durable. */
    void awaitDurable(int more) throws IOException {
        int wanted = durable.size() + more;
        while (durable.size() < wanted) {
            assertThat(line()).as("what it says").isNotEmpty();
        }
    }

    /** Reads what it has said by now. */
    void catchUp() throws IOException {
        while (out.ready()) {
            line();
        }
    }

    /** The ids that it told to be durable, all of them once it was killed. */
    List<Long> durable() {
        return durable;
    }

    /** Kills it and reads what it still said. */
    void kill() throws IOException {
        process.toHandle().destroyForcibly();
        while (!line().isEmpty()) {
            continue;
        }
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        out.close();
    }

    /** Everything that was told is there as it was written, and the store is sound. */
    static void assertAllThere(Path data, Set<Long> told) throws Exception {
        try (Archive archive = Archive.open(data, PictureRules.USUAL, Clock.systemUTC())) {
            long last = 0;
            for (long id : told) {
                last = Math.max(last, id);
                InspectionResult result =
                        archive.find(id).orElseThrow(() -> new AssertionError("result " + id + " is missing"));
                Verdict verdict = id % 3 == 0 ? Verdict.NG : Verdict.OK;
                assertThat(result.withPicture(PictureState.NOT_KEPT))
                        .isEqualTo(
                                Samples.detail(id, (int) (id % 2) + 1, verdict).result());
                if (result.picture() == PictureState.STORED) {
                    assertThat(archive.picture(id, PictureFormat.RAW, PictureView.SOURCE))
                            .isInstanceOf(PictureAnswer.Found.class);
                }
            }
            assertThat(archive.nextId()).isGreaterThan(last);
            assertThat(archive.health().damage()).isEmpty();
        }
        assertThat(Verification.of(data).damage()).isEmpty();
    }
}
