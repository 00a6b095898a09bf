package org.shutterline.protocol.dialect.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes one JSON object as the text of one line. */
final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final boolean utf8;

    JsonLine(boolean utf8) {
        this.utf8 = utf8;
    }

    /** Writes some members of an object. */
    @FunctionalInterface
    interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /** An object that begins with {@code key} and {@code status}. */
    String object(String key, String text, String status, Part rest) {
        StringWriter target = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(target)) {
            json.writeStartObject();
            json.writeStringField(key, text);
            json.writeStringField("status", status);
            rest.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return sendable(target.toString());
    }

    /** What a line may not hold, or its encoding lacks, can only stand in a JSON text, where it is written in hex. */
    private String sendable(String line) {
        int at = 0;
        while (at < line.length() && isSendable(line.charAt(at))) {
            at++;
        }
        if (at == line.length()) {
            return line;
        }
        StringBuilder target = new StringBuilder(line.length() + 16).append(line, 0, at);
        for (int i = at; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isSendable(c)) {
                target.append(c);
            } else if (utf8 && Character.isHighSurrogate(c) && isPair(line, i)) {
                target.append(c).append(line.charAt(++i));
            } else {
                PlainEscapes.unicode(c, target);
            }
        }
        return target.toString();
    }

    private boolean isSendable(char c) {
        return c < 0x7F || c > 0x9F && (utf8 ? !Character.isSurrogate(c) : c <= 0xFF);
    }

    private static boolean isPair(String line, int i) {
        return i + 1 < line.length() && Character.isLowSurrogate(line.charAt(i + 1));
    }
}
