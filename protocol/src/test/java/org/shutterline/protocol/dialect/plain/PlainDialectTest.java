package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.DialectContract;

class PlainDialectTest {
    private static final String TALK = "T1#PING,\"a,\"\"b\"#FOO#t01,part=x##S1#T1,\"x#HELP#T1,part=\u00c3\u00bc,once=k#"
            + "JOB1,b#GET1,hole.low#SET1#x,hole.low,#SET1,code.kinds,\"[\"\"qr\"\"]\"#T0#FORMAT,JSON#PING,c#FORMAT,FIELDS#T1,x#PING,\\r\\n#BYE#T2#";

    @Test
    void isFoundByItsId() {
        assertThat(Catalog.installed("dialect", Dialect.class).find("plain", "test"))
                .isInstanceOf(PlainDialect.class);
    }

    @Test
    void refusesSettingsThatItCannotUse() {
        assertThatThrownBy(() -> Parts.options(Map.of("messageBySilenceMs", 10_001)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("settings.yaml, listeners[0].settings.messageBySilenceMs")
                .hasMessageContaining("0 to 10000 ms");
        assertThatThrownBy(() -> Parts.options(Map.of("encoding", "ebcdic"))).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> Parts.options(Map.of("lineEnd", "rs"))).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> Parts.options(Map.of("line", "lf"))).isInstanceOf(BadSetting.class);
    }

    /** The contract with one kind of line end. */
    private abstract static class With implements DialectContract {
        private final String end;

        With(String end) {
            this.end = end;
        }

        @Override
        public Dialect dialect() {
            return new PlainDialect();
        }

        @Override
        public byte[] longTalk() {
            return TALK.replace("#", end).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte[] trigger() {
            return ("T1" + end).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public boolean saysGood(byte[] sent) {
            return new String(sent, StandardCharsets.ISO_8859_1).matches("T1,OK,[^\r\n\0]*[\r\n\0]+");
        }
    }

    @Nested
    class WithCr extends With {
        WithCr() {
            super("\r");
        }
    }

    @Nested
    class WithLf extends With {
        WithLf() {
            super("\n");
        }
    }

    @Nested
    class WithCrlf extends With {
        WithCrlf() {
            super("\r\n");
        }
    }

    @Nested
    class WithNul extends With {
        WithNul() {
            super("\0");
        }
    }
}
