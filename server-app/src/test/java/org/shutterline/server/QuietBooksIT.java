package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.access.Entry;
import org.shutterline.server.access.Users;
import org.shutterline.server.archive.AuditTrail;
import org.shutterline.server.archive.DataFolder;
import picocli.CommandLine;

/** What the command line did is in the books, or whoever did it hears that it is not. */
class QuietBooksIT {
    private static final Entry ENTRY = new Entry(Instant.EPOCH, "root", "command line", "something", Entry.DONE);

    @TempDir
    Path data;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aServerThatRunsKeepsItsOwn() throws IOException {
        try (DataFolder server = DataFolder.lock(data)) {
            assertThat(QuietBooks.add(server.path(), ENTRY)).isFalse();
        }
        assertThat(QuietBooks.add(data, ENTRY)).isTrue();
        try (AuditTrail books = AuditTrail.open(data)) {
            assertThat(books.verify().lines()).isOne();
        }
    }

    @Test
    void aStoreThatCannotBeWrittenIsNoServerThatRuns() throws IOException {
        Files.writeString(data.resolve("results.db"), "no results at all".repeat(1_000));
        assertThatThrownBy(() -> QuietBooks.add(data, ENTRY))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it was done, but is not in the books: ")
                .hasMessageContaining("results.db");
    }

    @Test
    void whoeverAddsAUserHearsThatItIsNotInTheBooks() throws IOException {
        assertThat(add("anna")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        Files.deleteIfExists(data.resolve("results.tail"));
        Files.writeString(data.resolve("results.db"), "no results at all".repeat(1_000));
        assertThat(add("bert")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("it was done, but is not in the books");
        assertThat(new Users(data).all()).hasSize(2);
    }

    private int add(String name) {
        AccessOptions options = CommandLine.populateCommand(new AccessOptions(), "--add-user", name, "admin");
        return options.run(
                data,
                new ByteArrayInputStream("correct horse\n".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
