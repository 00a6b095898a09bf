package org.shutterline.protocol.plugin;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One typed setting: its key, what may stand there, its unit and its default. It reads what a file holds, and says what
 * was expected where it cannot.
 *
 * @param <T> the type it is read as
 */
public final class Setting<T> {

    /** Reads what a YAML file may hold (String, Integer, Long, Double, Boolean, List, Map) as {@code T}; empty if it cannot be. */
    @FunctionalInterface
    public interface Reader<T> {
        Optional<T> read(Object raw);
    }

    /** What kind of thing stands there, for whoever offers it to be changed. */
    public sealed interface Shape {}

    /** A whole number, both ends included. */
    public record WholeNumber(int low, int high) implements Shape {}

    /** A number, both ends included. */
    public record AnyNumber(double low, double high) implements Shape {}

    public record YesNo() implements Shape {}

    /** One of these words. */
    public record Choice(List<String> words) implements Shape {}

    /** Some of these words. */
    public record Choices(List<String> words) implements Shape {}

    public record FreeText() implements Shape {}

    /** A whole number, both ends included, or one of these words. */
    public record NumberOrWord(int low, int high, List<String> words) implements Shape {}

    /** A list of texts. */
    public record Texts() implements Shape {}

    /** A list of numbers. */
    public record Numbers() implements Shape {}

    /** Names and what stands for them. */
    public record Pairs() implements Shape {}

    /** A list of things, each with these fields. */
    public record Rows(List<String> fields) implements Shape {}

    /** The id of a tool that runs before. */
    public record EarlierTool() implements Shape {}

    /** A list of ids of tools that run before. */
    public record EarlierTools() implements Shape {}

    /** The plain name of a file in the job's folder, and what it must hold. */
    public record FileName(Content content) implements Shape {}

    /** What a file of a job holds. */
    public enum Content {
        /** PNG, JPEG, BMP or TIFF. */
        PICTURE,
        /** A learned model in the ONNX format. */
        MODEL,
        /** What the plugin alone knows. */
        OTHER
    }

    /** Anything else, by a word that whoever offers it may know: {@code region}. */
    public record Other(String word) implements Shape {}

    private final String key;
    private final String expected;
    private final String unit;
    /** In an address, up to the last at sign: a password may have one. */
    private static final Pattern LOGIN = Pattern.compile("(?<=://)\\S*@");

    private final Optional<T> byDefault;
    private final Reader<T> reader;
    private final Shape shape;
    private final boolean secret;

    private Setting(
            String key,
            String expected,
            String unit,
            Optional<T> byDefault,
            Reader<T> reader,
            Shape shape,
            boolean secret) {
        this.key = key;
        this.expected = expected;
        this.unit = unit;
        this.byDefault = byDefault;
        this.reader = reader;
        this.shape = shape;
        this.secret = secret;
    }

    /**
     * A setting of a type of its own.
     *
     * @param expected what may stand there, in words: {@code "a rectangle {x, y, width, height} in px"}
     */
    public static <T> Setting<T> of(String key, String expected, Reader<T> reader) {
        return new Setting<>(key, expected, "", Optional.empty(), reader, new Other(""), false);
    }

    /** A whole number, both ends included. */
    public static Setting<Integer> whole(String key, int low, int high) {
        return of(
                        key,
                        "a whole number from " + low + " to " + high,
                        raw -> raw instanceof Integer n && n >= low && n <= high
                                ? Optional.of(n)
                                : Optional.<Integer>empty())
                .as(new WholeNumber(low, high));
    }

    /** A number, both ends included. */
    public static Setting<Double> number(String key, double low, double high) {
        return of(
                        key,
                        "a number from " + plain(low) + " to " + plain(high),
                        raw -> raw instanceof Number n && n.doubleValue() >= low && n.doubleValue() <= high
                                ? Optional.of(n.doubleValue())
                                : Optional.<Double>empty())
                .as(new AnyNumber(low, high));
    }

    /** A text. A number or yes/no in the file is taken as its text. */
    public static Setting<String> text(String key) {
        return of(
                        key,
                        "a text",
                        raw -> raw instanceof String || raw instanceof Number || raw instanceof Boolean
                                ? Optional.of(raw.toString())
                                : Optional.<String>empty())
                .as(new FreeText());
    }

    /** The plain name of a file in the job's folder. */
    public static Setting<String> file(String key) {
        return text(key).as(new FileName(Content.OTHER));
    }

    /** The same of a picture: one that is brought with a job is looked into before it is kept, whatever it is called. */
    public static Setting<String> picture(String key) {
        return text(key).as(new FileName(Content.PICTURE));
    }

    /** The same of a learned model. */
    public static Setting<String> model(String key) {
        return text(key).as(new FileName(Content.MODEL));
    }

    public static Setting<Boolean> yesNo(String key) {
        return of(
                        key,
                        "true or false",
                        raw -> raw instanceof Boolean yes ? Optional.of(yes) : Optional.<Boolean>empty())
                .as(new YesNo());
    }

    /** One of the constants of an enum, in any case, a hyphen or blank for an underline. */
    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type) {
        return of(key, "one of " + names(type), raw -> constant(type, raw)).as(new Choice(words(type)));
    }

    /** A list of constants of an enum, without doubles, at least one. */
    public static <E extends Enum<E>> Setting<List<E>> choices(String key, Class<E> type) {
        return of(key, "a list of " + names(type), raw -> constants(type, raw)).as(new Choices(words(type)));
    }

    /** The same setting with a default, so that it may be left out. */
    public Setting<T> byDefault(T value) {
        return new Setting<>(key, expected, unit, Optional.of(value), reader, shape, secret);
    }

    /** The same setting with the unit that its number is in. */
    public Setting<T> unit(String name) {
        return new Setting<>(key, expected, name, byDefault, reader, shape, secret);
    }

    /** The same setting, offered as this kind of thing. */
    public Setting<T> as(Shape other) {
        return new Setting<>(key, expected, unit, byDefault, reader, other, secret);
    }

    /** The same setting, whose value nobody is shown, such as a password. */
    public Setting<T> secret() {
        return new Setting<>(key, expected, unit, byDefault, reader, shape, true);
    }

    /** Whether nobody is shown its value. */
    public boolean isSecret() {
        return secret;
    }

    /** What kind of thing stands there. */
    public Shape shape() {
        return shape;
    }

    public String key() {
        return key;
    }

    /** What may stand there, in words, with the unit. */
    public String expected() {
        return unit.isEmpty() ? expected : expected + " " + unit;
    }

    public String unit() {
        return unit;
    }

    public Optional<T> byDefault() {
        return byDefault;
    }

    /**
     * @param place where it stands, for the message
     * @throws BadSetting if it cannot be read
     */
    T read(Object raw, String place) {
        return reader.read(raw)
                .orElseThrow(() -> new BadSetting(place, "expected " + expected() + ", found " + shown(raw)));
    }

    private String shown(Object raw) {
        if (secret) {
            return "something else";
        }
        String written = raw instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).toPlainString()
                : String.valueOf(raw);
        String text = LOGIN.matcher(written).replaceAll("...@");
        return "'" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "'";
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, Object raw) {
        String wanted = asWritten(raw).replace('-', '_').replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** YAML takes the words yes and no for true and false. */
    private static String asWritten(Object raw) {
        return raw instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(raw);
    }

    private static <E extends Enum<E>> Optional<List<E>> constants(Class<E> type, Object raw) {
        if (!(raw instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<E> read = list.stream()
                .flatMap(item -> constant(type, item).stream())
                .distinct()
                .toList();
        return read.size() == list.size() ? Optional.of(read) : Optional.empty();
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(", ", words(type));
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
