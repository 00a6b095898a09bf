package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both programs refuse every Java object that anybody wants them to read. */
final class SerialFilterIT {
    @ParameterizedTest
    @ValueSource(strings = {"org.shutterline.server.ServerMain", "org.shutterline.client.ClientMain"})
    void refusesEveryObject(String main) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        RealServer.JAR
                                + File.pathSeparator
                                + RealClient.JAR
                                + File.pathSeparator
                                + Path.of("target", "test-classes"),
                        SerialProbe.class.getName(),
                        main)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
    }
}
