package org.shutterline.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainlyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: sesame",
                "password: \"open sesame\"",
                "settings: {user: anna, password: sesame, x: 1}",
                "{\"apiToken\":\"sesame\",\"x\":1}",
                "  keystorePassword: 'it''s sesame'",
                "url: rtsp://anna:sesame@10.0.0.5/stream",
                "LOGIN,anna,sesame",
                "LOGIN#7,anna,sesame",
                "-Dtrust.password=sesame"
            })
    void takesSecretsOut(String line) {
        assertThat(Plainly.without(line)).doesNotContain("sesame").contains("***");
    }

    @Test
    void leavesTheRest() {
        String text = "listeners:\n  - {dialect: plain, port: 7501}\nurl: rtsp://10.0.0.5/stream\n";
        assertThat(Plainly.without(text)).isEqualTo(text);
    }
}
