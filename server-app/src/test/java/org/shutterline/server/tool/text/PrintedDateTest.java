package org.shutterline.server.tool.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.BadSetting;

class PrintedDateTest {
    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, EXP 2026-11-25, 2026-11-25",
        "dd.MM.yy, L7 01.02.27 A, 2027-02-01",
        "MM/yyyy, use by 03/2028, 2028-03-01",
        "dd MMM yyyy, 05 SEP 2026, 2026-09-05",
        "YY-ww, LOT 26-47, 2026-11-16",
        "yyyyMMdd, 20261125, 2026-11-25",
        "dd.MM.yyyy, 12.13.2026 and 13.12.2026, 2026-12-13"
    })
    void findsTheDate(String pattern, String text, LocalDate date) {
        assertThat(new PrintedDate(pattern, "here").find(text)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, no date",
        "yyyy-MM-dd, 2026-02-30",
        "dd.MM.yy, 101.02.27",
        "dd.MM.yy, 01.02.2027",
        "yyyyMMdd, 202611250"
    })
    void findsNoneThatIsNone(String pattern, String text) {
        assertThat(new PrintedDate(pattern, "here").find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HH:mm", "dd.MM", "bogus", "yyyy-MM-dd'"})
    void refusesAFormatThatMakesNoDate(String pattern) {
        assertThatThrownBy(() -> new PrintedDate(pattern, "here"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("here: expected a format of a date");
    }
}
