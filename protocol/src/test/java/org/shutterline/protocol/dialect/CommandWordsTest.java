package org.shutterline.protocol.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

/** What a dialect says of a line to people agrees with what its conversation makes of it. */
class CommandWordsTest {
    /** Words of all makers, right and wrong, in both cases. */
    private static final List<String> WORDS =
            Arrays.asList(("T1 T2 T3 T4 T5 TA TE,1 R0 S0 RM RS SS RB CE PW,1,1 PR EXW,1"
                            + " EXR BS DW DR STW MR MW M0 VI EC,a RT OE,1 SR BR,0 STR STC RER MEASURE M SCENE S UNITDATA UD CLRMEAS"
                            + " IMGSAVE VERGET RESET S1 LAST1 PING HELLO BYE JOB1 STATIONS HELP SW8 SE8 SO1 GO GVB012 XYZ LOGIN,a,b"
                            + " t1 rm measure s1 ping")
                    .split(" "));

    private static Dialect dialect(String id) {
        return Catalog.installed("dialect", Dialect.class).find(id, "test");
    }

    private static boolean isKnown(Dialect dialect, String line) {
        Talk talk = Talk.with(dialect.server(Options.checked("test", Map.of(), dialect.settings()), Role.ADMIN));
        talk.says((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return talk.otherSteps().stream()
                .noneMatch(step ->
                        step instanceof ServerStep.Remark remark && remark.kind() == ServerStep.Remark.Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "omron"})
    void aCommandIsWhatTheConversationKnows(String id) {
        Dialect dialect = dialect(id);
        for (String word : WORDS) {
            assertThat(dialect.isCommand(word)).as(id + " " + word).isEqualTo(isKnown(dialect, word));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SW8,true",
        "sw8,true",
        "GVB012,true",
        "GVTool.Value,true",
        "SIB0105,true",
        "GO,true",
        "T1,false",
        "MEASURE,false",
        "S,false",
        "PING,false"
    })
    void inSightHasCommandsOfTwoLettersInAnyCase(String line, boolean command) {
        assertThat(dialect("insight").isCommand(line)).isEqualTo(command);
    }

    @Test
    void whatHasNoCommandsOfItsOwnClaimsNone() {
        assertThat(WORDS).noneMatch(dialect("custom")::isCommand).noneMatch(dialect("insight-push")::isCommand);
    }
}
