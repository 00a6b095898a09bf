package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The runnable file of the client as a command in a process of its own. */
final class RealClient {
    static final Path JAR = Path.of("..", "client-app", "target", "shutterline-client.jar");

    private RealClient() {}

    /** @param folder for what it says on its error output, and for what it remembers */
    static Said run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    /** @param environment variables of its own */
    static Said run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        assertThat(JAR).as("the client's runnable file, made by 'mvn package'").exists();
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), output, Files.readString(errors));
    }

    record Said(int code, String output, String errors) {
        /** The only line on standard output. */
        String line() {
            assertThat(output.lines()).as("standard output; errors: %s", errors).hasSize(1);
            return output.strip();
        }
    }
}
