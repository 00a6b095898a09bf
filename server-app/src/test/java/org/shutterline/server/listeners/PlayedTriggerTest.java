package org.shutterline.server.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.settings.Plugins;

class PlayedTriggerTest {
    private static final InspectionResult RESULT = ScriptedListeners.result(1042, 5.02);

    private static List<String> played(String id, Role role, Map<String, Object> settings) {
        Dialect dialect = Plugins.installed().dialects().find(id, "test");
        Options options = Options.checked("test", settings, dialect.settings());
        return PlayedTrigger.lines(dialect, options, role, RESULT).stream()
                .map(line -> (line.in() ? "> " : "< ") + line.text())
                .toList();
    }

    private static List<String> played(String id, Map<String, Object> settings) {
        return played(id, Role.OPERATE, settings);
    }

    @Test
    void keyenceAcknowledgesAndTellsTheResultAfterTheWriteGap() {
        assertThat(played("keyence-xg", Map.of())).containsExactly("> T1\r", "< T1\r", "< +00005.020,1\r");
        assertThat(played("keyence-xg", Map.of("triggerMode", "cv-compatible", "resultPrefix", "\u0002")))
                .containsExactly("> T1\r", "< T1,\u0002+00005.020,1\r");
    }

    @Test
    void aPeerThatMayNotTriggerIsShownWhatItIsTold() {
        assertThat(played("keyence-xg", Role.VIEW, Map.of("resultOutput", "all")))
                .containsExactly("< +00005.020,1\r");
        assertThat(played("keyence-xg", Role.VIEW, Map.of())).containsExactly("> M0\r", "< +00005.020,1\r");
    }

    @Test
    void everyDialectIsPlayedByItsOwnRules() {
        assertThat(played("plain", Map.of())).containsExactly("> T1\n", "< T1,OK,1042,23.4,5.020\n");
        assertThat(played("keyence-iv", Map.of("tools", Map.of("01", "width"))))
                .containsExactly("> T2\r", "< RT,01042,OK,01,OK,0000005\r");
        assertThat(played("omron", Map.of("resultFields", List.of("judgement", "width"), "lineEnd", "crlf")))
                .containsExactly("> MEASURE\r\n", "< 0,5.0200\r\n", "< OK\r\n");
        assertThat(played("insight-push", Map.of("resultSeparator", ";"))).containsExactly("< 1;5.020\r\n");
    }

    @Test
    void theLoginBeforeTheTriggerIsNotShown() {
        Map<String, Object> settings = Map.of(
                "logins",
                List.of(Map.of("name", "admin", "password", "secret")),
                "cells",
                Map.of("B012", "value.width"));

        assertThat(played("insight", settings))
                .startsWith("> SW8\r\n", "< 1\r\n")
                .contains("> GVB012\r\n", "< 1\r\n5.020\r\n");
    }

    @Test
    void aTableOfOnesOwnIsPlayedByItsRows() {
        Map<String, Object> trigger = Map.of("in", "TRG", "do", "trigger", "result", "{judgement};{value:width}");

        assertThat(played("custom", Map.of("rows", List.of(trigger)))).containsExactly("> TRG\r\n", "< OK;5.020\r\n");
        assertThat(played("custom", Map.of("rows", List.of(Map.of("in", "HI", "do", "say", "result", "HO")))))
                .isEmpty();
    }
}
