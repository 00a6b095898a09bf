package org.shutterline.protocol.dialect.custom;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A text with named parts, each of at least one character. */
record IncomingText(Template text, boolean anyCase) implements Incoming {
    @Override
    public Optional<Map<String, String>> parts(String line) {
        return text.read(line, 1, anyCase);
    }

    @Override
    public Set<String> names() {
        return text.fields().stream().map(Field::name).collect(Collectors.toSet());
    }

    @Override
    public Optional<String> line(Map<String, String> parts) {
        return names().equals(parts.keySet())
                ? Optional.of(text.fill(field -> parts.getOrDefault(field.name(), "")))
                : Optional.empty();
    }

    @Override
    public Optional<String> only() {
        return text.fields().isEmpty() ? Optional.of(text.texts().get(0)) : Optional.empty();
    }
}
