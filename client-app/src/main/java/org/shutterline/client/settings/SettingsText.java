package org.shutterline.client.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/** Settings as YAML. What is read is checked; an error names the place, the key and what was expected. */
final class SettingsText {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

    private static final Setting<List<Object>> RECENT = list("recent");
    private static final Setting<List<Object>> TABS = list("tabs");
    private static final Setting<ClientSettings.Theme> THEME =
            Setting.choice("theme", ClientSettings.Theme.class).byDefault(ClientSettings.Theme.SYSTEM);
    private static final Setting<ClientSettings.Language> LANGUAGE =
            Setting.choice("language", ClientSettings.Language.class).byDefault(ClientSettings.Language.SYSTEM);
    private static final Setting<Integer> SCALE =
            Setting.whole("scalePercent", 100, 300).unit("%");
    private static final Setting<Integer> REPEAT =
            Setting.whole("repeatMs", 50, 3_600_000).unit("ms").byDefault(ClientSettings.FIRST.repeatMs());
    private static final Setting<Map<?, ?>> WINDOW = map("window");

    private static final Setting<String> ADDRESS = Setting.text("address").byDefault("");
    private static final Setting<Integer> STATION =
            Setting.whole("station", 1, 99).byDefault(1);

    private static final Setting<String> DIALECT = Setting.text("dialect").byDefault(LanguageChoice.USUAL.dialect());
    private static final Setting<String> DIALECT_SETTINGS =
            Setting.text("dialectSettings").byDefault(LanguageChoice.USUAL.settingsFile());

    private static final Setting<Integer> X = Setting.whole("x", -100_000, 100_000);
    private static final Setting<Integer> Y = Setting.whole("y", -100_000, 100_000);
    private static final Setting<Integer> WIDTH = Setting.whole("width", 1, 100_000);
    private static final Setting<Integer> HEIGHT = Setting.whole("height", 1, 100_000);
    private static final Setting<Boolean> MAXIMIZED = Setting.yesNo("maximized").byDefault(false);

    private SettingsText() {}

    /**
     * @param place the file, for messages
     * @throws BadSetting if it is no YAML or holds something else than settings
     */
    static ClientSettings read(String text, String place) {
        Options options =
                checked(place, parse(text, place), List.of(RECENT, TABS, THEME, LANGUAGE, SCALE, REPEAT, WINDOW));
        return new ClientSettings(
                options.get(RECENT).stream().map(Object::toString).toList(),
                tabs(options),
                options.get(THEME),
                options.get(LANGUAGE),
                options.find(SCALE),
                options.get(REPEAT),
                options.find(WINDOW).map(raw -> window(raw, options.placeOf(WINDOW))));
    }

    /** @throws BadSetting if it is no YAML */
    static Object parse(String text, String place) {
        try {
            return YAML.readValue(text, Object.class);
        } catch (JsonProcessingException damaged) {
            throw new BadSetting(
                    place,
                    "expected YAML, found "
                            + damaged.getOriginalMessage().lines().findFirst().orElse("nothing"));
        }
    }

    private static Options checked(String place, Object raw, List<Setting<?>> known) {
        return Options.checked(place, byKey(place, raw), known);
    }

    /** @throws BadSetting if it is something else than keys with values */
    static Map<String, Object> byKey(String place, Object raw) {
        if (!(raw instanceof Map<?, ?> map)) {
            throw new BadSetting(place, "expected keys with values");
        }
        Map<String, Object> byKey = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value == null) {
                throw new BadSetting(place + "." + key, "expected a value");
            }
            byKey.put(String.valueOf(key), value);
        });
        return byKey;
    }

    private static List<ClientSettings.Tab> tabs(Options options) {
        List<ClientSettings.Tab> tabs = new ArrayList<>();
        for (Object raw : options.get(TABS)) {
            Options tab = checked(
                    options.placeOf(TABS) + "[" + tabs.size() + "]",
                    raw,
                    List.of(ADDRESS, STATION, DIALECT, DIALECT_SETTINGS));
            tabs.add(new ClientSettings.Tab(
                    tab.get(ADDRESS),
                    tab.get(STATION),
                    new LanguageChoice(tab.get(DIALECT), tab.get(DIALECT_SETTINGS))));
        }
        return tabs;
    }

    private static ClientSettings.WindowPlace window(Map<?, ?> raw, String place) {
        Options window = checked(place, raw, List.of(X, Y, WIDTH, HEIGHT, MAXIMIZED));
        return new ClientSettings.WindowPlace(
                window.get(X), window.get(Y), window.get(WIDTH), window.get(HEIGHT), window.get(MAXIMIZED));
    }

    private static Setting<List<Object>> list(String key) {
        return Setting.<List<Object>>of(
                        key,
                        "a list",
                        raw -> raw instanceof List<?> list ? Optional.of(List.copyOf(list)) : Optional.empty())
                .byDefault(List.of());
    }

    private static Setting<Map<?, ?>> map(String key) {
        return Setting.of(
                key, "keys with values", raw -> raw instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty());
    }

    static String write(ClientSettings settings) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("recent", settings.recent());
        out.put("tabs", settings.tabs().stream().map(SettingsText::write).toList());
        out.put("theme", word(settings.theme()));
        out.put("language", word(settings.language()));
        settings.scalePercent().ifPresent(percent -> out.put("scalePercent", percent));
        out.put("repeatMs", settings.repeatMs());
        settings.window().ifPresent(place -> out.put("window", write(place)));
        try {
            return YAML.writeValueAsString(out);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain lists and texts can be written", impossible);
        }
    }

    private static Map<String, Object> write(ClientSettings.Tab tab) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("address", tab.address());
        out.put("station", tab.station());
        if (!tab.language().equals(LanguageChoice.USUAL)) {
            out.put("dialect", tab.language().dialect());
            out.put("dialectSettings", tab.language().settingsFile());
        }
        return out;
    }

    private static Map<String, Object> write(ClientSettings.WindowPlace place) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("x", place.x());
        out.put("y", place.y());
        out.put("width", place.width());
        out.put("height", place.height());
        out.put("maximized", place.maximized());
        return out;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
