package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 5 of the wire contract: the client's runnable file as a command, against a real server. */
final class ContractClientIT {
    private static final Path JAR = Path.of("..", "client-app", "target", "shutterline-client.jar");

    @TempDir
    static Path folder;

    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RealServer.station("floor", folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void printsTheReplyLineExits0AndWritesThePicture() throws IOException, InterruptedException {
        Path picture = folder.resolve("picture.png");
        Said said = trigger("1", "--part", "SN 1", "--once", "from-a-script", "--image", picture.toString());

        assertThat(said.code()).as(said.errors()).isZero();
        assertThat(said.line()).matches("T1\\S*,OK,\\d+,\\d+\\.\\d,\\d+\\.\\d,\\d+");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(320);
        Said again = trigger("1", "--part", "SN 1", "--once", "from-a-script");
        assertThat(Talk.fields(again.line()).get(2))
                .isEqualTo(Talk.fields(said.line()).get(2));
    }

    @Test
    void exits1ForNg() throws IOException, InterruptedException {
        try (Talk talk = server.talk()) {
            talk.ask("JOB1,dark");
            Said said = trigger("1");
            talk.ask("JOB1,plate");

            assertThat(said.line()).contains(",NG,");
            assertThat(said.code()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"4,UNKNOWN,2", "3,ER,3", "9,ER,3"})
    void exitsByTheAnswer(String station, String word, int code) throws IOException, InterruptedException {
        Said said = trigger(station);

        assertThat(said.line()).contains(word);
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void exits4WithoutAConnectionAnd64ForWrongArguments() throws IOException, InterruptedException {
        Said alone = run("trigger", "1", "--server", "127.0.0.1:1");
        assertThat(alone.code()).isEqualTo(4);
        assertThat(alone.errors()).contains("127.0.0.1:1");
        assertThat(run("trigger", "one", "--server", "127.0.0.1:1").code()).isEqualTo(64);
        assertThat(run("trigger").code()).isEqualTo(64);
    }

    private static Said trigger(String station, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("trigger", station, "--server", "127.0.0.1:" + server.port()));
        all.addAll(Arrays.asList(options));
        return run(all.toArray(String[]::new));
    }

    private static Said run(String... arguments) throws IOException, InterruptedException {
        assertThat(JAR).as("the client's runnable file, made by 'mvn package'").exists();
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), output, Files.readString(errors));
    }

    private record Said(int code, String output, String errors) {
        /** The only line on standard output. */
        String line() {
            assertThat(output.lines()).as("standard output; errors: %s", errors).hasSize(1);
            return output.strip();
        }
    }
}
