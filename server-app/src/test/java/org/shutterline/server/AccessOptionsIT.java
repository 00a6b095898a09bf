package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.BadSetting;
import picocli.CommandLine;

/** Users, the certificate and the books, as whoever calls the program sees them. */
class AccessOptionsIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path data() {
        return folder.resolve("data");
    }

    private int run(String typed, String... arguments) {
        out.reset();
        err.reset();
        AccessOptions options = CommandLine.populateCommand(new AccessOptions(), arguments);
        assertThat(options.isGiven()).isTrue();
        return options.run(
                data(),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return (out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8)).strip();
    }

    @Test
    void usersAreAddedListedAndTakenOutAndTheBooksTellOfIt() throws Exception {
        assertThat(run("a long enough one\n", "--add-user", "anna", "admin")).isZero();
        assertThat(run("", "--add-token", "robot", "trigger")).isZero();
        assertThat(said()).matches("[\\w-]{43}");
        assertThat(run("", "--users")).isZero();
        assertThat(said()).isEqualTo("anna ADMIN\nrobot TRIGGER token");
        assertThat(run("", "--remove-user", "anna")).isZero();
        assertThat(run("", "--verify-audit")).isZero();
        assertThat(said()).startsWith("3 lines, as they were written; the last has ");
        String last = said();
        Path export = folder.resolve("books.jsonl");
        assertThat(run("", "--export-audit", export.toString())).isZero();
        assertThat(export)
                .content()
                .contains("\"deed\":\"user anna added, ADMIN\"")
                .contains("\"deed\":\"user anna removed\"")
                .contains("\"from\":\"command line\"")
                .doesNotContain("long enough");
        assertThat(run("", "--verify-audit", export.toString())).isZero();
        assertThat(said()).isEqualTo(last);
        Files.writeString(export, Files.readString(export).replace("ADMIN", "VIEW"));
        assertThat(run("", "--verify-audit", export.toString())).isEqualTo(1);
        assertThat(said()).startsWith("The books were changed: line 1 of ");
    }

    @Test
    void whatCannotBeUsedIsRefusedInWordsAndNothingIsAdded() {
        assertThatThrownBy(() -> run("short\n", "--add-user", "anna", "admin"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("10");
        assertThatThrownBy(() -> run("a long enough one\n", "--add-user", "anna", "king"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("view, trigger, operate or admin");
        assertThatThrownBy(() -> run("a long enough one\n", "--add-user", "an na", "admin"))
                .isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> run("", "--remove-user", "anna")).isInstanceOf(BadSetting.class);
        run("", "--users");
        assertThat(said()).isEmpty();
    }

    @Test
    void theFingerprintIsThatOfACertificateThatStays() throws Exception {
        assertThat(run("", "--fingerprint")).isZero();
        String made = said();
        assertThat(made).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        run("", "--fingerprint");
        assertThat(said()).isEqualTo(made);
        assumeTrue(Files.getFileStore(data()).supportsFileAttributeView("posix"), "the system knows owners of files");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
    }

    @Test
    void booksThatAreNotThereAreSaidToBeMissing() {
        assertThat(run("", "--verify-audit")).isEqualTo(1);
        assertThat(said()).startsWith("there is no results file ");
        assertThat(run("", "--verify-audit", folder.resolve("gone.jsonl").toString()))
                .isEqualTo(1);
        assertThat(said()).contains("gone.jsonl");
    }
}
