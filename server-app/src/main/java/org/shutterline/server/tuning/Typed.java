package org.shutterline.server.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * What somebody typed for a setting, as a job's file would have it: the counterpart of {@link Told}.
 *
 * @param place for messages
 */
record Typed<T>(Setting<T> setting, String place) {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws BadSetting if it cannot be used; the message says what was expected */
    Object read(String text) {
        Object raw = raw(text);
        checked(raw);
        return raw;
    }

    /** Whether the text is read as this value. */
    boolean means(String text, Object value) {
        return checked(raw(text)).find(setting).equals(Optional.of(value));
    }

    private Object raw(String text) {
        Setting.Shape shape = setting.shape();
        if (shape instanceof Setting.WholeNumber || shape instanceof Setting.AnyNumber) {
            return number(text);
        }
        if (shape instanceof Setting.YesNo) {
            return yesNo(text);
        }
        if (shape instanceof Setting.Choices) {
            Object list = json(text);
            return list instanceof List ? list : List.of(text);
        }
        return shape instanceof Setting.Other ? other(text) : text;
    }

    /** A text that is no plain number stays one, and is refused as such. */
    private static Object number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Integer.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }

    private static Object yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default -> text;
        };
    }

    /** What it is nobody knows but the setting: taken as JSON if that can be used, else as a text. */
    private Object other(String text) {
        Object parsed = json(text);
        try {
            checked(parsed);
            return parsed;
        } catch (BadSetting notAsJson) {
            return text;
        }
    }

    private Options checked(Object raw) {
        return Options.checked(place, Map.of(setting.key(), raw), List.of(setting));
    }

    private static Object json(String text) {
        try {
            Object parsed = JSON.readValue(text, Object.class);
            return parsed == null ? text : parsed;
        } catch (JsonProcessingException plainText) {
            return text;
        }
    }
}
