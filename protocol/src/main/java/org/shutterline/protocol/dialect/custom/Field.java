package org.shutterline.protocol.dialect.custom;

import java.util.Optional;

/**
 * A place in a template or a pattern.
 *
 * @param name what stands there, such as {@code judgement}, or {@code value:} with the name of an output
 * @param layout how wide it is; empty for as the settings of the dialect say
 */
record Field(String name, Optional<Layout> layout) {
    private static final char LAYOUT = '|';

    /** As written between braces; empty if it is none. */
    static Optional<Field> read(String written) {
        int bar = written.lastIndexOf(LAYOUT);
        String name = bar < 0 ? written : written.substring(0, bar);
        Optional<Layout> layout = bar < 0 ? Optional.empty() : Layout.read(written.substring(bar + 1));
        boolean isName = name.matches("[A-Za-z][A-Za-z0-9_]*(:.+)?");
        return isName && (bar < 0 || layout.isPresent()) ? Optional.of(new Field(name, layout)) : Optional.empty();
    }

    /** {@code value:} of {@code value:width}; else the whole name. */
    String kind() {
        return name.substring(0, name.indexOf(':') + 1 == 0 ? name.length() : name.indexOf(':') + 1);
    }

    /** {@code width} of {@code value:width}; else empty. */
    String of() {
        return name.indexOf(':') < 0 ? "" : name.substring(name.indexOf(':') + 1);
    }

    /** In characters; 0 for as many as it needs. */
    int width() {
        return layout.map(Layout::width).orElse(0);
    }
}
