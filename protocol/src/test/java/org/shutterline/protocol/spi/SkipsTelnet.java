package org.shutterline.protocol.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every dialect must keep that is another maker's: option bytes of telnet are no part of what is said. */
public interface SkipsTelnet extends DialectContract {
    /** A negotiation, a command, a subnegotiation that holds line ends and a doubled 255. */
    List<byte[]> OPTIONS = List.of(
            bytes("\u00ff\u00fd\u0003"),
            bytes("\u00ff\u00f1"),
            bytes("\u00ff\u00fa\u0018\u0000T1\r\n\u00ff\u00ff\u00f0\u00ff\u00f0"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    default void optionsOfTelnetAreSkippedWhereverTheyStand() {
        byte[] talk = longTalk();
        String whole = heard(talk);
        for (byte[] option : OPTIONS) {
            for (int at = 0; at <= talk.length; at++) {
                ByteArrayOutputStream with = new ByteArrayOutputStream();
                with.write(talk, 0, at);
                with.writeBytes(option);
                with.write(talk, at, talk.length - at);
                assertThat(heard(with.toByteArray())).as("at %d", at).isEqualTo(whole);
            }
        }
    }

    @Test
    default void optionsOfTelnetAreSkippedHoweverTheyAreCut() {
        byte[] talk = longTalk();
        String whole = heard(talk);
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        for (byte one : talk) {
            OPTIONS.forEach(mixed::writeBytes);
            mixed.write(one);
        }
        byte[] bytes = mixed.toByteArray();
        for (int at = 1; at < bytes.length; at++) {
            assertThat(heard(bytes, at)).as("cut at %d", at).isEqualTo(whole);
        }
        int[] everywhere = new int[bytes.length - 1];
        Arrays.setAll(everywhere, i -> i + 1);
        assertThat(heard(bytes, everywhere)).as("byte by byte").isEqualTo(whole);
    }

    /** Telnet sends its options when it connects, and a line that silence ends must not be made of them. */
    @Test
    default void optionsOfTelnetAreNoLineThatSilenceEnds() {
        for (byte[] option : OPTIONS) {
            for (int at = 1; at < option.length; at++) {
                Talk talk = Talk.with(server()).endsBySilence(20).passes(20);
                String greeting = talk.heardText();
                talk.says(Arrays.copyOf(option, at))
                        .passes(100)
                        .says(Arrays.copyOfRange(option, at, option.length))
                        .passes(100);
                assertThat(talk.heardText()).as("cut at %d", at).isEqualTo(greeting);
                talk.says(unendedTrigger()).passes(100);
                assertThat(talk.unanswered()).isNotEmpty();
            }
        }
    }
}
