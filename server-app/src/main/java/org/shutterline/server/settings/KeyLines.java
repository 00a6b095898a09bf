package org.shutterline.server.settings;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** On which line of a file of settings each of its keys stands, for messages to people. Immutable. */
final class KeyLines {
    private static final YAMLFactory YAML = new YAMLFactory();

    /** From 1, by the way to the key: {@code .listeners[0].port}. */
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private KeyLines() {}

    /** @param text that was read as settings before, so that it is small and of no great depth */
    static KeyLines of(byte[] text) {
        KeyLines read = new KeyLines();
        try (YAMLParser parser = YAML.createParser(text)) {
            parser.nextToken();
            read.value(parser, "");
        } catch (IOException broken) {
            // whoever reads it as settings says so; the lines before are known
            return read;
        }
        return read;
    }

    /** Of the key that this message begins with, or of the group in which it is missing; empty if it begins with none. */
    OptionalInt of(String message) {
        return lines.entrySet().stream()
                .filter(line -> beginsWith(message, line.getKey()))
                .max((a, b) -> a.getKey().length() - b.getKey().length())
                .map(line -> OptionalInt.of(line.getValue()))
                .orElseGet(OptionalInt::empty);
    }

    private static boolean beginsWith(String message, String key) {
        return message.startsWith(key)
                && message.length() > key.length()
                && ".[:".indexOf(message.charAt(key.length())) >= 0;
    }

    private void value(YAMLParser parser, String at) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = at + "." + parser.currentName();
                lines.put(key, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                value(parser, key);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                String item = at + "[" + i + "]";
                lines.put(item, parser.currentTokenLocation().getLineNr());
                value(parser, item);
            }
        }
    }
}
