package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VisibleTest {
    @Test
    void leavesPrintableTextAsItIs() {
        assertThat(Visible.text("T1,part=\"A 7\"~")).isEqualTo("T1,part=\"A 7\"~");
    }

    @Test
    void writesOutWhatWouldBreakALogLine() {
        assertThat(Visible.text("a\r\nb\t\0\u001b[2J\u007f")).isEqualTo("a\\r\\nb\\t\\0\\x1b[2J\\x7f");
    }

    @Test
    void writesOutWhatIsNotAscii() {
        assertThat(Visible.text("\u00fc\u2028")).isEqualTo("\\xfc\\u2028");
    }

    @Test
    void doublesTheBackslashSoThatNothingLooksEscapedThatIsNot() {
        assertThat(Visible.text("\\n")).isEqualTo("\\\\n");
    }
}
