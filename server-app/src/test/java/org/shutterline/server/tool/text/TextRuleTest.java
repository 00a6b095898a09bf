package org.shutterline.server.tool.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;

class TextRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "good",
            value = {
                "2026-11-20 | -3 | 0  | date 2026-11-20 is 5 days old, at most 3",
                "2026-11-22 | -3 | 0  | good",
                "2026-11-25 | -3 | 0  | good",
                "2026-11-26 | -3 | 0  | date 2026-11-26 is 1 day ahead, expected today or earlier",
                "2026-12-24 | 0  | 10 | date 2026-12-24 is 29 days ahead, at most 10",
                "2026-11-24 | 0  | 10 | date 2026-11-24 is 1 day old, expected today or later",
                "2026-12-01 | 30 | 90 | date 2026-12-01 is 6 days ahead, at least 30",
                "2026-11-01 | 30 | 90 | date 2026-11-01 is 24 days old, expected at least 30 days ahead",
                "2026-11-25 | 30 | 90 | date 2026-11-25 is today, expected at least 30 days ahead",
                "2026-11-20 | 0  | 0  | date 2026-11-20 is 5 days old, expected today",
                "26-11-20   | 0  | 0  | no date like yyyy-MM-dd in 26-11-20"
            })
    void saysHowFarTheDateIsOff(String text, int from, int to, String complaint) throws Exception {
        Map<String, Object> raw = Map.of("dateRule", "within", "dateFromDays", from, "dateToDays", to);
        assertThat(complaint(raw, text)).isEqualTo(complaint == null ? "" : complaint);
    }

    @Test
    void todayIsTheDayOfThePicture() throws Exception {
        assertThat(complaint(Map.of("dateRule", "today"), "2026-11-25")).isEmpty();
        assertThat(complaint(Map.of("dateRule", "today"), "2026-11-24"))
                .isEqualTo("date 2026-11-24 is 1 day old, expected today");
    }

    @Test
    void refusesAnEndBeforeItsBeginning() {
        assertThatThrownBy(() -> complaint(Map.of("dateRule", "within", "dateFromDays", 5), "x"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("dateFromDays");
    }

    @Test
    void givesUpOnARegularExpressionThatTakesYears() {
        assertThatThrownBy(() -> complaint(Map.of("pattern", "(.*a){15}c"), "a".repeat(80)))
                .isInstanceOf(ToolException.class)
                .hasMessageStartingWith("the regular expression (.*a){15}c takes too long over");
    }

    @Test
    void countsFromTheDayOfTheStationsClockWhereverItIsAsked() throws ToolException {
        Map<String, Object> today = Map.of("dateRule", "today", "dateFormat", "yyyy-MM-dd");
        OffsetDateTime west = OffsetDateTime.parse("2026-11-23T23:30:00-10:00");
        OffsetDateTime east = OffsetDateTime.parse("2026-11-23T00:30:00+13:00");
        assertThat(complaint(today, "2026-11-23", west)).isEmpty();
        assertThat(complaint(today, "2026-11-23", east)).isEmpty();
    }

    private static String complaint(Map<String, Object> raw, String text) throws ToolException {
        return complaint(raw, text, TODAY.atTime(9, 0).atOffset(ZoneOffset.UTC));
    }

    private static String complaint(Map<String, Object> raw, String text, OffsetDateTime when) throws ToolException {
        Options options = Options.checked("test", new HashMap<>(raw), new TextFactory().settings());
        try (TestScene scene = TestScene.blank(8, 8, 0)) {
            scene.takenAt(when);
            return TextRule.read(options).complaint(text, scene).orElse("");
        }
    }
}
