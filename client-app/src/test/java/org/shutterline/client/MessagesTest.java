package org.shutterline.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.client.link.Trouble;
import org.shutterline.client.operator.Notice;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Code;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile(
            "(?:\\.text|Phrase\\.of|notTaken\\(part,|item|choose|told)\\(?\\s*\"([a-z]+(?:\\.[A-Za-z0-9]+)+)\"");

    private final Words words = Words.of(ClientMain.class);

    @Test
    void hasWordsForEverythingThatCanHappen() {
        Stream<String> keys = Stream.of(
                        of("refused.", Code.values()),
                        of("trouble.", Trouble.Kind.values()),
                        of("phase.", OperatorState.Phase.values()),
                        of("capture.button.", OperatorState.Capture.values()),
                        of("capture.hint.", OperatorState.Capture.values()),
                        of("picture.none.", OperatorState.PictureKind.values()),
                        of("remedy.", Notice.Remedy.values()),
                        of("theme.", ClientSettings.Theme.values()),
                        of("language.", ClientSettings.Language.values()))
                .flatMap(stream -> stream);

        assertThat(keys).allSatisfy(key -> assertThat(words.text(key)).as(key).isNotBlank());
    }

    private static Stream<String> of(String start, Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> start + constant.name());
    }

    @Test
    void hasWordsForEveryKeyThatTheSourcesName() throws IOException {
        List<String> keys;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            keys = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> keysIn(read(file)))
                    .distinct()
                    .toList();
        }

        assertThat(keys)
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void everyLanguageHasEveryWordWithTheSamePlacesAndDoesNotShout(String language) throws IOException {
        Properties english = bundle("");
        Properties other = bundle(language);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).doesNotContain("!").doesNotContain("\uff01");
        }
    }

    private static Properties bundle(String language) throws IOException {
        Properties bundle = new Properties();
        try (var stream = ClientMain.class.getResourceAsStream("messages" + language + ".properties")) {
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return bundle;
    }

    private static int places(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static Stream<String> keysIn(String source) {
        Matcher matcher = KEY.matcher(source);
        return matcher.results().map(found -> found.group(1)).toList().stream();
    }
}
