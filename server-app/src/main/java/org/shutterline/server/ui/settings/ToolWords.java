package org.shutterline.server.ui.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shutterline.look.Icons;
import org.shutterline.look.Units;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.server.ui.UiWords;

/** What tools, their settings and values are called. A tool that the program does not know brings its own words. */
public final class ToolWords {
    private static final Map<String, Icons> ICONS = Map.ofEntries(
            Map.entry("pattern", Icons.LOCATE),
            Map.entry("circle", Icons.CIRCLE),
            Map.entry("caliper", Icons.DISTANCE),
            Map.entry("edges", Icons.DISTANCE),
            Map.entry("line", Icons.RULER),
            Map.entry("distance", Icons.RULER),
            Map.entry("angle", Icons.RULER),
            Map.entry("code", Icons.CODE),
            Map.entry("text", Icons.TEXT),
            Map.entry("colour", Icons.COLOUR),
            Map.entry("blobs", Icons.BLOBS),
            Map.entry("golden", Icons.GOLDEN),
            Map.entry("quality", Icons.QUALITY),
            Map.entry("view", Icons.EYE),
            Map.entry("brightness", Icons.BRIGHTNESS),
            Map.entry("calibration", Icons.CALIBRATION),
            Map.entry("classify", Icons.MODEL),
            Map.entry("detect", Icons.MODEL),
            Map.entry("anomaly", Icons.MODEL),
            Map.entry("external", Icons.EXTERNAL),
            Map.entry("formula", Icons.LOGIC),
            Map.entry("combine", Icons.LOGIC));

    /** What has settings and is no tool. */
    private static final Set<String> OTHERS = Set.of("camera", "listener");

    /** Never changed once read. */
    private static final PluginWords BROUGHT = PluginWords.installed();

    private ToolWords() {}

    public static Icons icon(String kind) {
        return ICONS.getOrDefault(kind, Icons.TOOL);
    }

    public static String kind(String kind, String title) {
        return word("tool." + kind).orElse(title);
    }

    /** Ours, else what a plugin brings. */
    public static Optional<String> word(String key) {
        return UiWords.has(key) ? Optional.of(UiWords.text(key)) : BROUGHT.find(key);
    }

    public static String setting(String kind, String key) {
        String own = "setting." + kind + "." + key;
        String shared = "setting." + key;
        return word(own).orElseGet(() -> isOurs(kind) && UiWords.has(shared) ? UiWords.text(shared) : spaced(key));
    }

    /** A shared word may be wrong for a tool that the program does not know, whose setting happens to have the same key. */
    private static boolean isOurs(String kind) {
        return OTHERS.contains(kind) || UiWords.has("tool." + kind);
    }

    /** What a setting is good for, in a sentence; empty where its word says it all. */
    public static String explanation(String kind, String key) {
        return word("explain." + kind + "." + key).orElse("");
    }

    /** A value of a tool of this kind. */
    public static String output(String kind, String name) {
        return BROUGHT.find("output." + kind + "." + name)
                .or(() -> word("output." + name))
                .orElseGet(() -> spaced(name));
    }

    /** A line of text is not a straight line: a setting may have its own word for a choice. */
    public static String choice(String kind, String setting, String word) {
        return BROUGHT.find("choice." + kind + "." + setting + "." + word)
                .or(() -> word("choice." + setting + "." + word))
                .or(() -> word("choice." + word))
                .orElseGet(() -> word.replace('-', ' '));
    }

    /** {@code minAreaPx}: Min area px. */
    private static String spaced(String key) {
        String words =
                key.replace('_', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public static String value(Measurement measurement) {
        String number = number(measurement);
        return measurement.unit().isEmpty() ? number : number + " " + Units.word(measurement.unit());
    }

    /** Without its unit. */
    public static String number(Measurement measurement) {
        return measurement.value().answerBy(new Value.Handler<>() {
            @Override
            public String decimal(Value.Decimal decimal) {
                return String.format(Locale.ROOT, "%." + decimal.decimals() + "f", decimal.number());
            }

            @Override
            public String text(Value.Text text) {
                return text.text();
            }

            @Override
            public String yesNo(Value.YesNo yesNo) {
                return UiWords.text(yesNo.yes() ? "jobs.yes" : "jobs.no");
            }

            @Override
            public String missing(Value.Missing missing) {
                return UiWords.text("figure.none");
            }
        });
    }
}
