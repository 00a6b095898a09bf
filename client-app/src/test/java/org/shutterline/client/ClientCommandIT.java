package org.shutterline.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.client.command.ExitCode;
import org.shutterline.client.link.RawServer;

class ClientCommandIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return ClientMain.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T1,OK,1042,23.4,5.020,ABC123 | 0",
                "T1,NG,1043,22.9,4.840, | 1",
                "T1,UNKNOWN,1044,2000.0,23,deadline passed | 2",
                "ER,T1,11,station busy | 3"
            })
    void printsTheReplyLineAndExitsByIt(String line, int code) throws IOException {
        try (RawServer server = RawServer.answering(line + "\n")) {
            assertThat(run("trigger", "1", "--server", server.address().toString()))
                    .isEqualTo(code);
        }
        assertThat(out()).isEqualTo(line + System.lineSeparator());
        assertThat(err()).isEmpty();
    }

    @Test
    void aWindowWithoutTheAuthoritiesThatWereNamedDoesNotOpen() throws IOException {
        Path none = folder.resolve("none.pem");
        assertThat(run("--ca", none.toString())).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(err()).startsWith("--ca: " + none + ": ");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate");
        assertThat(run("--ca", empty.toString())).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(err()).contains("--ca: " + empty + ": no certificate");
    }

    @Test
    void sendsThePartAndTheKey() throws IOException {
        try (RawServer server = RawServer.answering("T3,OK,1,1.0\n")) {
            run("trigger", "3", "--server", server.address().toString(), "--part", "A,1", "--once", "shift-7");

            assertThat(server.lines())
                    .anySatisfy(line -> assertThat(line).startsWith("T3,").contains("\"part=A,1\"", "once=shift-7"));
        }
    }

    @Test
    void writesThePictureAfterTheResult() throws IOException {
        Path file = folder.resolve("part.jpg");
        try (RawServer server = RawServer.answering("T1,OK,7,1.0\n", "IMAGE,OK,7,jpeg,2,1,5\nabcde")) {
            int code = run("trigger", "1", "--server", server.address().toString(), "--image", file.toString());

            assertThat(code).isZero();
            assertThat(server.lines())
                    .anyMatch(line -> line.toUpperCase(java.util.Locale.ROOT).startsWith("IMAGE,7"));
        }
        assertThat(file).hasContent("abcde");
        assertThat(out()).isEqualTo("T1,OK,7,1.0" + System.lineSeparator());
    }

    @Test
    void keepsTheVerdictWhenThereIsNoPicture() throws IOException {
        Path file = folder.resolve("part.png");
        try (RawServer server = RawServer.answering("T1,NG,7,1.0\n", "ER,IMAGE,15,image not kept\n")) {
            int code = run("trigger", "1", "--server", server.address().toString(), "--image", file.toString());

            assertThat(code).isEqualTo(1);
        }
        assertThat(file).doesNotExist();
        assertThat(err()).contains("No picture of result 7");
    }

    @Test
    void exitsWith4WhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(run("trigger", "1", "--server", "127.0.0.1:" + port)).isEqualTo(4);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("No connection to 127.0.0.1:" + port).doesNotContain("\tat ");
    }

    @Test
    void exitsWith4WhenTheConnectionIsLostBeforeTheReply() throws IOException {
        try (RawServer server = new RawServer((in, stream) -> {
            for (String line = in.readLine(); line != null && !line.startsWith("T"); line = in.readLine()) {
                RawServer.write(stream, line.startsWith("HELLO") ? "HELLO,OK,Shutterline,0.1.0,1\n" : "PING,OK\n");
            }
        })) {
            assertThat(run("trigger", "1", "--server", server.address().toString()))
                    .isEqualTo(4);
        }
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trigger",
                "trigger 1",
                "trigger one --server 127.0.0.1:7501",
                "trigger 0 --server 127.0.0.1:7501",
                "trigger 100 --server 127.0.0.1:7501",
                "trigger 1 --server :::",
                "trigger 1 --server 127.0.0.1:7501 --once a,b",
                "trigger 1 --server 127.0.0.1:7501 --image part.gif",
                "trigger 1 --server 127.0.0.1:7501 --unknown",
                "no-such-command",
                "--server nowhere:0"
            })
    void exitsWith64ForWrongArgumentsAndSaysWhy(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(64);
        assertThat(out()).isEmpty();
        assertThat(err()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void printsHowAStationStands() throws IOException {
        try (RawServer server = RawServer.answering("S1,OK,READY,plate-A,1042,1000,998,2,0,3\n")) {
            assertThat(run("status", "1", "--server", server.address().toString()))
                    .isZero();
        }
        assertThat(out()).isEqualTo("S1,OK,READY,plate-A,1042,1000,998,2,0,3" + System.lineSeparator());
    }
}
