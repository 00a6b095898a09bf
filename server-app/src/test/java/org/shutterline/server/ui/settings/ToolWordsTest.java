package org.shutterline.server.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.settings.Admission;
import org.shutterline.server.settings.ListenerEntry;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.ui.UiWords;

final class ToolWordsTest {
    private static final int LONGEST = 24;

    /** The keys by which one thing may have its word: its own, then those that it shares. */
    private record Named(List<String> keys) {
        static Named by(String... keys) {
            return new Named(List.of(keys));
        }

        Stream<String> in(Properties words) {
            return keys.stream().filter(words::containsKey).limit(1);
        }
    }

    @Test
    void aToolThatTheProgramDoesNotKnowBringsItsOwnWords() {
        assertThat(ToolWords.setting("detect", "wanted")).isNotEqualTo("Wanted");
        assertThat(ToolWords.setting("stripes", "wanted")).isEqualTo("Wanted");
    }

    private static Properties words(String suffix) throws IOException {
        Properties words = new Properties();
        try (var stream = UiWords.class.getResourceAsStream("messages" + suffix + ".properties")) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static List<Named> shown() {
        return Catalog.installed("tool", InspectionToolFactory.class).all().stream()
                .flatMap(ToolWordsTest::shownOf)
                .distinct()
                .toList();
    }

    private static Stream<Named> shownOf(InspectionToolFactory kind) {
        Stream<Named> settings = kind.settings().stream()
                .filter(setting -> !setting.shape().equals(new Setting.Other("region")))
                .map(setting -> Named.by("setting." + kind.id() + "." + setting.key(), "setting." + setting.key()));
        Stream<Named> choices = kind.settings().stream().flatMap(ToolWordsTest::choices);
        Stream<Named> outputs = kind.outputs().stream().map(output -> Named.by("output." + output.name()));
        return Stream.of(Stream.of(Named.by("tool." + kind.id())), settings, choices, outputs)
                .flatMap(named -> named);
    }

    /** What the form of a listener shows. */
    private static List<Named> shownOfListeners() {
        Stream<Setting<?>> ofDialects = Catalog.installed("dialect", Dialect.class).all().stream()
                .flatMap(dialect -> dialect.settings().stream());
        return Stream.concat(ListenerEntry.OWN.stream(), ofDialects)
                .flatMap(setting ->
                        Stream.concat(Stream.of(Named.by("setting.listener." + setting.key())), ofListener(setting)))
                .distinct()
                .toList();
    }

    private static Stream<Named> ofListener(Setting<?> setting) {
        return setting.shape() instanceof Setting.Choices some
                ? some.words().stream().map(word -> Named.by("choice." + setting.key() + "." + word))
                : choices(setting);
    }

    private static List<Named> dialects() {
        Stream<String> ids =
                Catalog.installed("dialect", Dialect.class).all().stream().map(Dialect::id);
        return Stream.concat(ids, Stream.of("plain" + Admission.TLS))
                .map(id -> Named.by("choice.dialect." + id))
                .toList();
    }

    private static Stream<Named> choices(Setting<?> setting) {
        List<String> words = List.of();
        if (setting.shape() instanceof Setting.Choice choice) {
            words = choice.words();
        } else if (setting.shape() instanceof Setting.Choices some) {
            words = some.words();
        }
        return words.stream().map(word -> Named.by("choice." + setting.key() + "." + word, "choice." + word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void everyToolWithItsSettingsChoicesAndOutputsHasWords(String suffix) throws IOException {
        Properties words = words(suffix);

        assertThat(shown())
                .isNotEmpty()
                .allSatisfy(named -> assertThat(named.in(words).map(words::getProperty))
                        .as(named.toString())
                        .singleElement()
                        .asString()
                        .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void everyCameraWithItsSettingsHasWords(String suffix) throws IOException {
        Properties words = words(suffix);

        assertThat(Catalog.installed("camera", CameraFactory.class).all().stream()
                        .flatMap(driver -> Stream.concat(
                                Stream.of("driver." + driver.id()),
                                driver.settings().stream().map(setting -> "setting.camera." + setting.key()))))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(words.getProperty(key)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void everySettingOfAListenerHasItsWordsAndSaysWhatItIsGoodFor(String suffix) throws IOException {
        Properties words = words(suffix);
        List<Named> shown = shownOfListeners();

        assertThat(Stream.concat(shown.stream(), dialects().stream()))
                .isNotEmpty()
                .allSatisfy(named -> assertThat(named.in(words).map(words::getProperty))
                        .as(named.toString())
                        .singleElement()
                        .asString()
                        .isNotBlank());
        assertThat(shown.stream()
                        .flatMap(named -> named.in(words))
                        .filter(key -> key.startsWith("setting."))
                        .map(key -> key.replaceFirst("setting", "explain")))
                .allSatisfy(key -> assertThat(words.getProperty(key)).as(key).isNotBlank());
    }

    @Test
    void englishLabelsAreShort() throws IOException {
        Properties words = words("");

        assertThat(shown().stream().flatMap(named -> named.in(words)).distinct())
                .allSatisfy(key -> assertThat(words.getProperty(key)).as(key).hasSizeLessThanOrEqualTo(LONGEST));
    }

    /** A word that nothing shows any more is left over. Those of cameras may be for a driver that is not installed. */
    @Test
    void noWordIsLeftOver() throws IOException {
        Properties words = words("");
        List<String> shown = Stream.of(shown(), shownOfListeners(), dialects())
                .flatMap(List::stream)
                .flatMap(named -> named.in(words))
                .toList();

        assertThat(words.stringPropertyNames().stream()
                        .filter(key -> key.matches("(tool|setting(?!\\.camera)|choice|output)\\..*")))
                .isSubsetOf(shown);
    }
}
