package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 5 of the wire contract: the client's runnable file as a command, against a real server. */
final class ContractClientIT {
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
        RealClient.Said said = trigger("1", "--part", "SN 1", "--once", "from-a-script", "--image", picture.toString());

        assertThat(said.code()).as(said.errors()).isZero();
        assertThat(said.line()).matches("T1\\S*,OK,\\d+,\\d+\\.\\d,\\d+\\.\\d,\\d+");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(320);
        RealClient.Said again = trigger("1", "--part", "SN 1", "--once", "from-a-script");
        assertThat(Talk.fields(again.line()).get(2))
                .isEqualTo(Talk.fields(said.line()).get(2));
    }

    @Test
    void exits1ForNg() throws IOException, InterruptedException {
        try (Talk talk = server.talk()) {
            talk.ask("JOB1,dark");
            RealClient.Said said = trigger("1");
            talk.ask("JOB1,plate");

            assertThat(said.line()).contains(",NG,");
            assertThat(said.code()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"4,UNKNOWN,2", "3,ER,3", "9,ER,3"})
    void exitsByTheAnswer(String station, String word, int code) throws IOException, InterruptedException {
        RealClient.Said said = trigger(station);

        assertThat(said.line()).contains(word);
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void exits4WithoutAConnectionAnd64ForWrongArguments() throws IOException, InterruptedException {
        RealClient.Said alone = RealClient.run(folder, "trigger", "1", "--server", "127.0.0.1:1");
        assertThat(alone.code()).isEqualTo(4);
        assertThat(alone.errors()).contains("127.0.0.1:1");
        assertThat(RealClient.run(folder, "trigger", "one", "--server", "127.0.0.1:1")
                        .code())
                .isEqualTo(64);
        assertThat(RealClient.run(folder, "trigger").code()).isEqualTo(64);
    }

    private static RealClient.Said trigger(String station, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("trigger", station, "--server", "127.0.0.1:" + server.port()));
        all.addAll(Arrays.asList(options));
        return RealClient.run(folder, all.toArray(String[]::new));
    }
}
