package org.shutterline.server.spi.program;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A JSON object on one line, as both ends of the pipe write it. */
public final class JsonLine {
    private static final JsonMapper JSON = JsonMapper.builder()
            // Python writes NaN; told as a wrong value it helps more than told as no JSON
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectReader READER = JSON.readerForMapOf(Object.class);
    private static final ObjectWriter WRITER = JSON.writer();

    private JsonLine() {}

    /** In UTF-8, with its line end. */
    public static byte[] write(Map<String, Object> object) {
        try {
            return (WRITER.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws IOException if it is no JSON object; the message says why */
    public static Map<String, Object> read(byte[] line) throws IOException {
        try {
            Map<String, Object> read = READER.readValue(line);
            if (read == null) {
                throw new IOException("it is null");
            }
            return read;
        } catch (JsonProcessingException wrong) {
            throw new IOException(wrong.getOriginalMessage(), wrong);
        }
    }
}
