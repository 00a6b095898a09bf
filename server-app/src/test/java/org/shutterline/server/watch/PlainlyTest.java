package org.shutterline.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "-Dtrust.password=sesame",
                "password: correct sesame",
                "password: open,sesame",
                "password: open}sesame",
                "password = open; sesame",
                "password: 'open' sesame",
                "# password: an old sesame",
                "{user: anna, password: open sesame, x: 1}",
                "{user: anna, password: open,sesame, x: 1}",
                "password:\n  sesame\nport: 1",
                "- password: |\n    open\n\n    sesame\n  port: 1",
                "tokens:\n- sesame\nport: 1",
                "password: \"open\n  sesame\"\nport: 1",
                "private_key: sesame",
                "pin: sesame",
                "cameraPin: sesame",
                "Authorization: Basic sesame",
                "arguments: [-Dtrust.password=open, sesame]",
                "rtspsrc location=rtsp://10.0.0.5/x user-id=anna user-pw=sesame",
                "{\\\"password\\\":\\\"open sesame\\\"}",
                "url: rtsp://10.0.0.5/s?user=anna&pwd=sesame&channel=1",
                "url: rtsp://10.0.0.5/s?pass=sesame",
                "url: rtsp://10.0.0.5/s?token=sesame",
                "url: http://10.0.0.5/s?usr=anna&loginpas=open,sesame",
                "url: http://10.0.0.5/s?auth=sesame",
                "url: http://10.0.0.5/s?key=sesame",
                "url: rtsp://10.0.0.5:554/user=anna_password=sesame_channel=1",
                "url: rtsp://anna:open@sesame@10.0.0.5/stream",
                "url: rtsp://anna:open/sesame@10.0.0.5/stream",
                "url: rtsp://anna:12/sesame@10.0.0.5/stream",
                "url: rtsp://anna:it's sesame@10.0.0.5/stream",
                "LOGIN,anna,\"open sesame\""
            })
    void takesSecretsOut(String text) {
        assertThat(Plainly.without(text))
                .doesNotContain("sesame")
                .doesNotContain("open")
                .contains("***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{user: anna, password: open sesame, x: 1}|{user: anna, password: ***, x: 1}",
                "{\"apiToken\":\"open sesame\",\"x\":1}|{\"apiToken\":***,\"x\":1}",
                "rtsp://10.0.0.5/s?user=anna&pwd=sesame&channel=1|rtsp://10.0.0.5/s?user=anna&pwd=***&channel=1",
                "rtsp://anna:sesame@10.0.0.5:554/s|rtsp://***@10.0.0.5:554/s"
            })
    void leavesWhatStandsBesideASecret(String text, String plain) {
        assertThat(Plainly.without(text)).isEqualTo(plain);
    }

    @Test
    void leavesWhatStandsBelowASecret() {
        assertThat(Plainly.without("- password: |\n    open\n    sesame\n  port: 1\n- {x: 1}\n"))
                .isEqualTo("- password: ***\n  port: 1\n- {x: 1}\n");
    }

    @Test
    void aQuoteThatNeverEndsIsNoTrouble() {
        String text = "password=\"" + "ab\\n".repeat(500_000);
        assertThat(Plainly.without(text)).isEqualTo("password=***");
    }

    @Test
    void leavesTheRest() {
        String text = "listeners:\n  - {dialect: plain, port: 7501}\nurl: rtsp://10.0.0.5:554/stream\n"
                + "mapping: {a: 1}\nstopping: 5\nkey: F2\n";
        assertThat(Plainly.without(text)).isEqualTo(text);
    }
}
