package org.shutterline.protocol.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFramerTest {
    private final LineFramer framer = new LineFramer(8);

    @Test
    void takesEveryEndInAnyMix() {
        add("a\rb\nc\r\nd\0e\r\r\nf");
        assertThat(lines()).containsExactly("a CR", "b LF", "c CRLF", "d NUL", "e CR", " CRLF");
        assertThat(framer.waiting()).isEqualTo(1);
    }

    @Test
    void theLfBehindACrBelongsToItWheneverItComes() {
        add("a\r");
        assertThat(lines()).containsExactly("a CR");
        assertThat(framer.isCrOpen()).isTrue();
        add("\n");
        assertThat(framer.settle()).contains(LineEnd.CRLF);
        assertThat(lines()).isEmpty();
        add("\n");
        assertThat(lines()).containsExactly(" LF");
    }

    @Test
    void anotherByteShowsThatTheCrStoodAlone() {
        add("a\r");
        lines();
        add("b");
        assertThat(framer.settle()).contains(LineEnd.CR);
        assertThat(framer.settle()).isEmpty();
    }

    @Test
    void anyCuttingGivesTheSameLines() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            String text = text(random);
            LineFramer whole = new LineFramer(8);
            whole.add(bytes(text), 0);
            List<String> wanted = texts(whole);
            LineFramer cut = new LineFramer(8);
            List<String> got = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(3));
                cut.add(bytes(text.substring(at, end)), 0);
                got.addAll(texts(cut));
                at = end;
            }
            assertThat(got).as(text.replace("\r", "<CR>").replace("\n", "<LF>")).isEqualTo(wanted);
            assertThat(cut.isTooLong()).isEqualTo(whole.isTooLong());
        }
    }

    @Test
    void aLineMayBeAsLongAsTheLimitWithoutItsEnd() {
        add("12345678\r\n12345678");
        assertThat(lines()).containsExactly("12345678 CRLF");
        assertThat(framer.isTooLong()).isFalse();
        add("9");
        assertThat(lines()).isEmpty();
        assertThat(framer.isTooLong()).isTrue();
    }

    @Test
    void givesTheLinesBeforeOneThatIsTooLongAndNoneAfter() {
        add("a\n123456789\nb\n");
        assertThat(lines()).containsExactly("a LF");
        assertThat(framer.isTooLong()).isTrue();
        add("c\n");
        assertThat(lines()).isEmpty();
        assertThat(framer.waiting()).isZero();
    }

    @Test
    void silenceEndsWhatWaits() {
        add("T1");
        assertThat(lines()).isEmpty();
        assertThat(framer.silence().orElseThrow().end()).isEqualTo(LineEnd.SILENCE);
        assertThat(framer.silence()).isEmpty();
    }

    @Test
    void givesBytesOutBetweenLines() {
        framer.limitTo(20);
        add("head\r");
        assertThat(lines()).containsExactly("head CR");
        byte[] body = new byte[4];
        assertThat(framer.read(body, 0, 4)).isZero();
        add("\n\n\rx");
        assertThat(framer.read(body, 0, 4)).isEqualTo(3);
        add("yz\n");
        assertThat(framer.read(body, 3, 1)).isEqualTo(1);
        assertThat(new String(body, StandardCharsets.ISO_8859_1)).isEqualTo("\n\rxy");
        assertThat(lines()).containsExactly("z LF");
    }

    @Test
    void anLfIsAByteOfItsOwnOnceCrIsTheWholeEnd() {
        framer.crIsWhole();
        add("head\r\nxy");
        assertThat(framer.next()).isPresent();
        byte[] body = new byte[3];
        assertThat(framer.read(body, 0, 3)).isEqualTo(3);
        assertThat(new String(body, StandardCharsets.ISO_8859_1)).isEqualTo("\nxy");
    }

    @Test
    void tellsWhenTheUnfinishedLineBegan() {
        framer.add(bytes("a\n"), 10);
        lines();
        framer.add(bytes("b"), 20);
        framer.add(bytes("c"), 30);
        lines();
        assertThat(framer.firstByteNanos()).isEqualTo(20);
        assertThat(framer.lastByteNanos()).isEqualTo(30);
        framer.add(bytes("\nd"), 40);
        lines();
        assertThat(framer.firstByteNanos()).isEqualTo(40);
        assertThat(new String(framer.peek(5), StandardCharsets.ISO_8859_1)).isEqualTo("d");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            text.append("\r\n\0ab\rc\n".charAt(random.nextInt(8)));
        }
        return text.append("z\n").toString();
    }

    private void add(String text) {
        framer.add(bytes(text), 0);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Optional<Line> line = framer.next(); line.isPresent(); line = framer.next()) {
            lines.add(new String(line.get().bytes(), StandardCharsets.ISO_8859_1) + " "
                    + line.get().end());
        }
        return lines;
    }

    /** Without the ends, which a cut between CR and LF shows later. */
    private static List<String> texts(LineFramer framer) {
        List<String> lines = new ArrayList<>();
        for (Optional<Line> line = framer.next(); line.isPresent(); line = framer.next()) {
            lines.add(new String(line.get().bytes(), StandardCharsets.ISO_8859_1));
        }
        return lines;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
