package org.shutterline.server.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.BadSetting;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML into plain maps and lists (String, Integer, Long, BigInteger, Double, Boolean, List, Map); what may stand in
 * them is checked by others. One document without aliases, so that a text is never larger in memory than it looks.
 */
public final class YamlFile {
    /** More than any settings need. */
    public static final int MOST_BYTES = 1 << 20;

    static final int MOST_DEPTH = 24;

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final YAMLParser parser;
    private final String place;

    private YamlFile(YAMLParser parser, String place) {
        this.parser = parser;
        this.place = place;
    }

    /**
     * @param place how messages call the file
     * @throws BadSetting if it is missing, too large, or no YAML map; names the line where there is one
     */
    public static Map<String, Object> read(Path file, String place) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge(place);
            }
            return parse(Files.readAllBytes(file), place);
        } catch (NoSuchFileException missing) {
            throw new BadSetting(place, "no such file");
        } catch (IOException unreadable) {
            throw new BadSetting(place, "cannot be read: " + unreadable.getMessage());
        }
    }

    /**
     * @param place how messages call the text
     * @throws BadSetting as {@link #read}
     */
    public static Map<String, Object> parse(byte[] utf8, String place) {
        if (utf8.length > MOST_BYTES) {
            throw tooLarge(place);
        }
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString(),
                    place);
        } catch (CharacterCodingException foreign) {
            throw new BadSetting(place, "is no text in UTF-8");
        }
    }

    private static BadSetting tooLarge(String place) {
        return new BadSetting(place, "larger than 1 MiB, expected a file of settings");
    }

    private static Map<String, Object> parse(String text, String place) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlFile(parser, place).document();
        } catch (JsonProcessingException wrong) {
            throw wrong.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                    ? bad(place, marked.getProblemMark().getLine() + 1, marked.getProblem())
                    : bad(place, wrong.getLocation().getLineNr(), wrong.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("a text was read", impossible);
        }
    }

    private Map<String, Object> document() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadSetting(place, "expected 'key: value' lines");
        }
        Map<String, Object> read = map(1);
        if (parser.nextToken() != null) {
            throw bad("a second document, expected one");
        }
        return Groups.stringKeys(read);
    }

    private Map<String, Object> map(int depth) throws IOException {
        Map<String, Object> read = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            read.put(key, value(depth));
        }
        return read;
    }

    private List<Object> list(int depth) throws IOException {
        List<Object> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read.add(value(depth));
        }
        return read;
    }

    private Object value(int depth) throws IOException {
        if (parser.isCurrentAlias()) {
            throw bad("an alias (*" + parser.getText() + "), expected the value itself");
        }
        if (depth >= MOST_DEPTH) {
            throw bad("deeper than " + MOST_DEPTH + " levels, expected settings");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NULL -> null;
            default -> throw bad("a value of a kind that is not known, expected a text, a number, true or false");
        };
    }

    private BadSetting bad(String expected) {
        return bad(place, parser.currentTokenLocation().getLineNr(), expected);
    }

    /** @param expected shortened to its first line */
    private static BadSetting bad(String place, int line, String expected) {
        return new BadSetting(
                place + ", line " + line, expected.lines().findFirst().orElse("no YAML"));
    }
}
