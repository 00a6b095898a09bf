package org.shutterline.server.monitor;

import java.util.List;
import java.util.stream.Collectors;

/** A table as text that a spreadsheet reads and does not carry out. */
final class CsvText {
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    CsvText row(Object... cells) {
        return row(List.of(cells));
    }

    CsvText row(List<?> cells) {
        text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers. */
    private static String cell(Object value) {
        String plain = String.valueOf(value);
        boolean formula =
                !(value instanceof Number) && !plain.isEmpty() && FORMULA_BEGINS.indexOf(plain.charAt(0)) >= 0;
        String safe = formula ? "'" + plain : plain;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
