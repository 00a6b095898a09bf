package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.AuditTrail;
import org.shutterline.server.archive.PictureRules;

/** The books as a file for others, and what is found in one that somebody touched. */
class AuditExportIT {
    private static final Instant AT = Instant.parse("2026-11-26T08:00:00.120Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void export() throws Exception {
        file = folder.resolve("books.jsonl");
        CountDownLatch written = new CountDownLatch(5);
        try (Archive archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC())) {
            for (int i = 1; i <= 5; i++) {
                archive.audit(AT, "anna \"x\"", "window", "SET station 1 a.b=" + i, "done", why -> written.countDown());
            }
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
        }
        try (AuditTrail trail = AuditTrail.open(folder)) {
            assertThat(AuditExport.write(trail, file)).isEqualTo(5);
        }
    }

    @Test
    void whatWasExportedIsSoundAndEndsWithTheHashOfTheBooks() throws Exception {
        assertThat(AuditExport.verify(file).broken()).isEmpty();
        try (AuditTrail trail = AuditTrail.open(folder)) {
            assertThat(AuditExport.verify(file)).isEqualTo(trail.verify());
        }
    }

    @Test
    void aChangedByteIsFoundInWhateverItStands() throws Exception {
        String third = lines().get(2);
        for (int at = third.indexOf("\"at\""); at < third.length() - 2; at++) {
            char there = third.charAt(at);
            if (Character.isLetterOrDigit(there) && !isKey(third, at)) {
                char other = there == '7' ? '6' : '7';
                put(2, third.substring(0, at) + other + third.substring(at + 1));
                assertThat(isFound()).as("character %s of %s", at, third).isTrue();
            }
        }
    }

    private static boolean isKey(String line, int at) {
        return line.startsWith("\":", line.indexOf('"', at));
    }

    /** Named as changed, or no line of the books at all. */
    private boolean isFound() {
        try {
            return AuditExport.verify(file)
                    .broken()
                    .filter(why -> why.startsWith("line 3"))
                    .isPresent();
        } catch (IOException noLine) {
            return noLine.getMessage().contains("line 3");
        }
    }

    @Test
    void aLineThatIsMissingIsFound() throws Exception {
        List<String> lines = lines();
        lines.remove(2);
        Files.write(file, lines);
        assertThat(AuditExport.verify(file).broken()).contains("line 3 is missing");
    }

    @Test
    void linesInAnotherOrderAreFound() throws Exception {
        List<String> lines = lines();
        Collections.swap(lines, 1, 2);
        Files.write(file, lines);
        assertThat(AuditExport.verify(file).broken()).contains("line 2 is missing");
        lines.add(2, lines.get(0));
        Collections.swap(lines, 1, 3);
        Files.write(file, lines);
        assertThat(AuditExport.verify(file).broken()).contains("line 1 stands behind line 2");
    }

    @Test
    void somethingElseIsRefusedWithItsLine() throws Exception {
        put(3, "{\"number\": 4}");
        assertThatThrownBy(() -> AuditExport.verify(file))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("line 4: expected a line that --export-audit wrote");
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void put(int index, String line) throws IOException {
        List<String> lines = lines();
        lines.set(index, line);
        Files.write(file, lines);
    }
}
