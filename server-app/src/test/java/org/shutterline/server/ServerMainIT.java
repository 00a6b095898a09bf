package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as whoever starts it sees it: exit codes, and what it says where. */
class ServerMainIT {
    @TempDir
    Path folder;

    @Test
    void saysNothingOnStandardOutputWhenItsFolderCannotBeUsed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Program.Ended ended = Program.run(folder, "--data", file.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(file.toString());
    }

    @Test
    void aDataFolderThatItMakesIsItsOwnersAloneWithTheLogInIt() throws Exception {
        Path data = folder.resolve("above").resolve("data");
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "listeners: none");
        assertThat(Program.run(folder, "--data", data.toString(), "--config", settings.toString())
                        .code())
                .isEqualTo(2);
        assertThat(data.resolve("logs").resolve("server.log")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void aStationWhoseJobIsNotThereIsAWrongSettingThatIsNamed() throws Exception {
        Files.writeString(folder.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: gone, camera: {driver: simulated}}]
                """);
        Program.Ended ended = Program.run(folder, "--data", folder.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("settings.yaml.stations[0].job: ").contains("'gone'");
    }

    @Test
    void aListenerThatIsNotSafeKeepsItFromStartingAndTheLineToChangeIsTold() throws Exception {
        Files.writeString(folder.resolve("settings.yaml"), """
                listeners:
                  - dialect: plain
                    port: 0
                  - dialect: plain
                    # all of them
                    address: 0.0.0.0
                    port: 0
                stations: []
                """);
        Program.Ended ended = Program.run(folder, "--data", folder.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("settings.yaml.listeners[1].address: expected a loopback address such as 127.0.0.1")
                .contains("; see line 6 of settings.yaml");
    }

    @Test
    void startsWithAJobThatHasNoTools() throws Exception {
        Files.createDirectory(folder.resolve("jobs"));
        Files.writeString(folder.resolve("jobs/nothing.yaml"), "tools: []");
        Files.writeString(folder.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: nothing, camera: {driver: simulated}}]
                """);
        Process process = new ProcessBuilder(Program.command("--data", folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("READY plain 127.0.0.1:");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
