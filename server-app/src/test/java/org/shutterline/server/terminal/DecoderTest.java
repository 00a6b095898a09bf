package org.shutterline.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.settings.Plugins;

class DecoderTest {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);

    private static Dialect dialect(String id) {
        return Plugins.installed().dialects().find(id, "test");
    }

    private static Options options(Dialect dialect, Map<String, Object> settings) {
        return Options.checked("test", settings, dialect.settings());
    }

    private static Decoder decoder(String id, Map<String, Object> settings) {
        return new Decoder(dialect(id), options(dialect(id), settings));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void isJudged(Optional<Meaning> meaning, Verdict verdict) {
        assertThat(meaning)
                .hasValueSatisfying(told -> assertThat(told)
                        .isInstanceOfSatisfying(
                                Meaning.Judged.class,
                                judged -> assertThat(judged.result().verdict()).isEqualTo(verdict)));
    }

    @Test
    void plainIsReadInFieldsAlsoAfterWordsThatNoClientWouldSay() {
        Decoder plain = decoder("plain", Map.of());
        assertThat(plain.sent(bytes("HELLO,bench\r\n"))).isEmpty();
        assertThat(plain.received(bytes("HELLO,OK,Shutterline,1.0,1\r\n"))).isEmpty();
        assertThat(plain.sent(bytes("T1\r\n"))).contains(new Meaning.Wanted(TRIGGER));
        isJudged(plain.received(bytes("T1,OK,1044,23.1,5.018\r\n")), Verdict.OK);
        Command none = new Command.Trigger(9, TriggerRequest.PLAIN);
        assertThat(plain.sent(bytes("T9\r\n"))).contains(new Meaning.Wanted(none));
        assertThat(plain.received(bytes("ER,T9,10,no such station\r\n")))
                .contains(new Meaning.Refused(none, Code.NO_SUCH_STATION));
    }

    @Test
    void keyenceIsReadWithItsAcknowledgement() {
        Decoder keyence = decoder("keyence-xg", Map.of());
        assertThat(keyence.sent(bytes("T1\r"))).contains(new Meaning.Wanted(TRIGGER));
        assertThat(keyence.received(bytes("T1\r"))).isEmpty();
        isJudged(keyence.received(bytes("+00005.020,+00003.210,1\r")), Verdict.OK);
        keyence.sent(bytes("RM\r"));
        assertThat(keyence.received(bytes("RM,0\r")))
                .hasValueSatisfying(meaning -> assertThat(meaning)
                        .isInstanceOfSatisfying(
                                Meaning.Stands.class,
                                stands -> assertThat(stands.status().state()).isEqualTo(StationState.OFFLINE)));
    }

    @Test
    void inSightIsReadFromItsLoginOn() {
        Decoder insight = decoder(
                "insight",
                Map.of(
                        "password",
                        "x",
                        "logins",
                        java.util.List.of(Map.of("name", "admin", "password", "x", "role", "operate"))));
        insight.received(bytes("Welcome to In-Sight(tm)  Shutterline Session 0\r\n"));
        insight.received(bytes("User: "));
        insight.sent(bytes("admin\r\n"));
        insight.received(bytes("Password: "));
        insight.sent(bytes("x\r\n"));
        insight.received(bytes("User Logged In\r\n"));
        assertThat(insight.sent(bytes("SO1\r\n"))).contains(new Meaning.Wanted(new Command.GoOnline(1)));
        assertThat(insight.received(bytes("1\r\n"))).contains(new Meaning.Done());
    }

    @Test
    void rubbishHasNoMeaning() {
        Decoder plain = decoder("plain", Map.of());
        assertThat(plain.sent(bytes("\u00ff\u00fe\r\n"))).isEmpty();
        assertThat(plain.received(bytes("<html>\r\n"))).isEmpty();
        assertThat(plain.sent(bytes("T1\r\n"))).isNotEmpty();
        isJudged(plain.received(bytes("T1,NG,7,1.0\r\n")), Verdict.NG);
    }

    @ParameterizedTest
    @CsvSource({"plain,'\n'", "keyence-xg,'\r'", "keyence-iv,'\r'", "omron,'\r'"})
    void aDialectsOwnLineEndIsThatOfItsClients(String id, String end) {
        assertThat(Decoder.lineEnd(dialect(id), options(dialect(id), Map.of()))).contains(end);
    }
}
