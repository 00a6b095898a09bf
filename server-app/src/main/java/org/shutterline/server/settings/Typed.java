package org.shutterline.server.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * What somebody typed for a setting, in a window or on the wire, as a job's file would have it.
 *
 * @param place for messages
 */
public record Typed<T>(Setting<T> setting, String place) {
    private static final Pattern WHOLE = Pattern.compile("-?0*[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?0*[0-9]{1,18}(\\.[0-9]+)?");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws BadSetting if it cannot be used; the message says what was expected */
    public Object read(String text) {
        Object raw = fitting(text);
        try {
            checked(raw);
            return raw;
        } catch (BadSetting bad) {
            if (raw instanceof Number || setting.shape() instanceof Setting.Numbers) {
                // the message is to have it as it was typed
                checked(text);
            }
            throw bad;
        }
    }

    /** Whether the text is read as this value. */
    public boolean means(String text, Object value) {
        return checked(fitting(text)).find(setting).equals(Optional.of(value));
    }

    /** What nobody knows but the setting is taken as JSON if that can be used, else as a text. */
    private Object fitting(String text) {
        Object raw = raw(setting.shape(), text);
        if (!(setting.shape() instanceof Setting.Other)) {
            return raw;
        }
        try {
            checked(raw);
            return raw;
        } catch (BadSetting notAsJson) {
            return text;
        }
    }

    private Options checked(Object raw) {
        return Options.checked(place, Map.of(setting.key(), raw), List.of(setting));
    }

    /** What a text stands for where such a thing is expected; what cannot be read so stays a text, and is refused as one. */
    public static Object raw(Setting.Shape shape, String text) {
        if (shape instanceof Setting.WholeNumber
                || shape instanceof Setting.AnyNumber
                || shape instanceof Setting.NumberOrWord) {
            return number(text);
        }
        if (shape instanceof Setting.YesNo) {
            return yesNo(text);
        }
        if (shape instanceof Setting.Numbers) {
            return list(text, Typed::number);
        }
        if (shape instanceof Setting.Choices
                || shape instanceof Setting.Texts
                || shape instanceof Setting.EarlierTools) {
            return list(text, item -> item);
        }
        boolean structured =
                shape instanceof Setting.Pairs || shape instanceof Setting.Rows || shape instanceof Setting.Other;
        return structured ? json(text) : text;
    }

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

    /** As JSON, or the items with commas between them. */
    private static Object list(String text, Function<String, Object> item) {
        if (json(text) instanceof List<?> list) {
            return list;
        }
        return Arrays.stream(text.split(",", -1)).map(String::strip).map(item).toList();
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
