package org.shutterline.protocol.dialect.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.protocol.dialect.insight.InsightParts.talk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.format.BmpPicture;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.DialectContract;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

/** Pictures in lines of hex. */
class InsightPictureTest {
    private static final Reply LAST = new Reply.Found(DialectContract.judged(7, Verdict.OK));
    private static final Command FETCH = new Command.FetchPicture(7, PictureFormat.RAW, PictureView.SOURCE);

    private final AtomicInteger closed = new AtomicInteger();

    private Reply picture(String format, int width, int height) {
        int bytes = width * height * (format.equals("bgr8") ? 3 : 1);
        ByteBuffer rows = ByteBuffer.allocate(bytes);
        for (int i = 0; i < bytes; i++) {
            rows.put(i, (byte) i);
        }
        return new Reply.PictureOf(7, new Picture(format, width, height, new Blob() {
            @Override
            public ByteBuffer bytes() {
                return rows.duplicate();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }));
    }

    private static String checksum(String text) {
        Checksum checksum = new Checksum();
        text.chars().forEach(checksum::add);
        return checksum.text();
    }

    @ParameterizedTest
    @CsvSource({"123456789,31C3", "424D,8CCC", "'',0000"})
    void theChecksumIsThatOfTheDevice(String text, String expected) {
        assertThat(checksum(text)).isEqualTo(expected);
    }

    @Test
    void linesOfHexHave80DigitsAndAChecksumOverThemWithoutEnds() {
        assertThat(new String(HexLines.of(new byte[] {'B', 'M'}, "\r\n"), StandardCharsets.US_ASCII))
                .isEqualTo("424D\r\n8CCC\r\n");
        String zeros = "0".repeat(80);
        assertThat(new String(HexLines.of(new byte[80], "\r\n"), StandardCharsets.US_ASCII))
                .isEqualTo(zeros + "\r\n" + zeros + "\r\n" + checksum(zeros + zeros) + "\r\n");
        assertThat(new String(HexLines.of(new byte[] {(byte) 0xab}, "\r"), StandardCharsets.US_ASCII))
                .isEqualTo("AB\r" + checksum("AB") + "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RI", "RB", "ri"})
    void tellsThePictureOfTheLastResult(String command) {
        Talk talk = talk().says(command + "\r\n")
                .asks(new Command.LastResult(1))
                .replies(LAST)
                .asks(FETCH);
        talk.replies(picture("bgr8", 5, 3)).passes(5);
        byte[] file = BmpPicture.in24Bits(((Reply.PictureOf) picture("bgr8", 5, 3)).picture())
                .orElseThrow();
        assertThat(file).hasSize(54 + 48);
        String body = new String(HexLines.of(file, "\r\n"), StandardCharsets.US_ASCII);
        assertThat(body.lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("424D66000000")
                .hasSize(80);
        talk.hears("1\r\n204\r\n" + body);
        assertThat(closed).hasValue(1);
    }

    @Test
    void headAndBodyAreWritesOfTheirOwn() {
        ServerConversation server =
                new InsightDialect().server(InsightParts.options(Map.of("writeGapMs", 0)), Role.ADMIN);
        server.opened(0);
        server.received(ByteBuffer.wrap("admin\r\nsecret\r\nRI\r\n".getBytes(StandardCharsets.US_ASCII)), 1);
        server.replied(1, new Reply.LoggedIn(Role.ADMIN), 1);
        server.replied(2, LAST, 2);
        List<ServerStep> steps = server.replied(3, picture("mono8", 2, 2), 3);
        assertThat(steps).hasSize(2).allMatch(ServerStep.Send.class::isInstance);
        assertThat(new String(((ServerStep.Send) steps.get(0)).text(), StandardCharsets.US_ASCII))
                .isEqualTo("1\r\n2172\r\n");
        assertThat(((ServerStep.Send) steps.get(1)).blobs()).hasSize(1);
        assertThat(closed).hasValue(0);
    }

    @Test
    void refusesWhatIsNotThere() {
        talk().says("RI\r\n").replies(new Reply.Refused(Code.NO_SUCH_RESULT)).hears("-2\r\n");
        talk().says("RI\r\n")
                .replies(LAST)
                .replies(new Reply.Refused(Code.PICTURE_NOT_KEPT))
                .hears("-2\r\n");
        talk().says("RI1\r\n").asks().hears("-1\r\n");
        talk().says("RI\r\n").replies(LAST).replies(picture("png", 2, 2)).hears("-2\r\n");
        assertThat(closed).hasValue(1);
        talk().says("RI\r\n")
                .replies(LAST)
                .replies(picture("mono8", 8_192, 4_097))
                .hears("-4\r\n");
        assertThat(closed).hasValue(2);
    }

    @Test
    void givesBackWhatAPeerThatLeftWillNeverRead() {
        talk().says("RI\r\n")
                .replies(LAST)
                .replies(picture("mono8", 2, 2))
                .hears("1\r\n2172\r\n")
                .isCutOff();
        assertThat(closed).hasValue(1);
        talk().says("RI\r\n").replies(LAST).isCutOff().replies(picture("mono8", 2, 2));
        assertThat(closed).hasValue(2);
    }
}
