package org.shutterline.protocol.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AnyTextTest {
    @Test
    void isUtf8WhereAllOfItIsThat() {
        assertThat(AnyText.of("Pr\u00fcfung \u68c0\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Pr\u00fcfung \u68c0\r\n");
    }

    @Test
    void isLatin1WhereAByteIsNoUtf8() {
        assertThat(AnyText.of("Pr\u00fcfung".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Pr\u00fcfung");
    }
}
