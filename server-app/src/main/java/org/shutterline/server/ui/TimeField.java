package org.shutterline.server.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.swing.JTextField;

/** A time of day or a day, or both: {@code 06:00}, {@code 2026-11-23}, {@code 2026-11-23 06:00}. Empty is no limit. */
public final class TimeField extends JTextField {
    public TimeField(String name) {
        super(11);
        setName(name);
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, LocalDate.now() + " 06:00");
    }

    /** Whether what stands there can be read; marks the field if not. */
    public boolean isGood() {
        boolean good = getText().isBlank() || time().isPresent();
        putClientProperty(FlatClientProperties.OUTLINE, good ? null : FlatClientProperties.OUTLINE_ERROR);
        return good;
    }

    public Optional<Instant> time() {
        return read(getText().strip(), LocalDate.now())
                .map(time -> time.atZone(ZoneId.systemDefault()).toInstant());
    }

    /** A time alone is one of today. */
    static Optional<LocalDateTime> read(String text, LocalDate today) {
        try {
            if (text.matches("\\d{1,2}:\\d{2}(:\\d{2})?")) {
                return Optional.of(today.atTime(LocalTime.parse(text.length() % 3 == 1 ? "0" + text : text)));
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(text).atStartOfDay());
            }
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text.strip().replaceFirst("\\s+", "T")));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
