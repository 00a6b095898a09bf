package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class TimeFieldTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static java.util.Optional<LocalDateTime> read(String text) {
        return TimeField.read(text, TODAY);
    }

    @Test
    void readsATimeOfToday() {
        assertThat(read("6:05")).contains(TODAY.atTime(6, 5));
        assertThat(read("14:03:22")).contains(TODAY.atTime(14, 3, 22));
    }

    @Test
    void readsADayAndATimeOfADay() {
        assertThat(read("2026-11-20")).contains(LocalDate.of(2026, 11, 20).atStartOfDay());
        assertThat(read("2026-11-20  06:00"))
                .contains(LocalDate.of(2026, 11, 20).atTime(6, 0));
    }

    @Test
    void readsNothingElse() {
        assertThat(read("25:00")).isEmpty();
        assertThat(read("yesterday")).isEmpty();
        assertThat(read("2026-13-01")).isEmpty();
    }
}
