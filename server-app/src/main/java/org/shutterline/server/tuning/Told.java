package org.shutterline.server.tuning;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Reply.ParameterOf.Kind;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.Typed;
import org.shutterline.server.spi.Region;

/**
 * What a setting is, as the wire tells it: numbers plain, yes and no as 1 and 0, choices as lower-case words, lists and
 * groups as JSON.
 */
record Told<T>(Setting<T> setting) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build();
    private static final Reply.ParameterOf NOTHING = new Reply.ParameterOf("", Kind.NONE);

    /**
     * @param value as it was read
     * @param written as the job's file has it, if it does
     */
    Reply.ParameterOf of(Optional<?> value, Optional<Object> written) {
        if (value.isEmpty()) {
            return NOTHING;
        }
        Object known = plain(value.get());
        if (isPlain(known)) {
            return told(known);
        }
        return written.map(Told::plain).map(Told::told).orElseGet(() -> guessed(value.get()));
    }

    /** A default of a type of its own has no spelling but its text, if that is what the setting takes. */
    private Reply.ParameterOf guessed(Object value) {
        String text = String.valueOf(value);
        try {
            boolean taken = !text.isEmpty() && new Typed<>(setting, "").means(text, value);
            return taken ? new Reply.ParameterOf(text, Kind.TEXT) : NOTHING;
        } catch (BadSetting noSpelling) {
            return NOTHING;
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Region region) {
            return plain(region.asWritten());
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        if (value instanceof Double || value instanceof Float) {
            BigDecimal exact = new BigDecimal(String.valueOf(value));
            return exact.signum() == 0 ? 0 : exact.stripTrailingZeros();
        }
        if (value instanceof org.shutterline.protocol.message.Verdict verdict) {
            return verdict.name();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Told::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
            return copy;
        }
        return value;
    }

    private static boolean isPlain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(Told::isPlain);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Told::isPlain);
        }
        return value instanceof Number || value instanceof String;
    }

    private static Reply.ParameterOf told(Object plain) {
        if (plain instanceof Number number) {
            return new Reply.ParameterOf(new BigDecimal(number.toString()).toPlainString(), Kind.NUMBER);
        }
        return plain instanceof Map || plain instanceof List
                ? new Reply.ParameterOf(json(plain), Kind.JSON)
                : new Reply.ParameterOf(String.valueOf(plain), Kind.TEXT);
    }

    private static String json(Object plain) {
        try {
            return JSON.writeValueAsString(plain);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("lists and maps of numbers and texts can be written", impossible);
        }
    }
}
