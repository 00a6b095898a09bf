package org.shutterline.server.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.settings.ListenerEntry;

final class RetoldTest {
    private static final Catalog<Dialect> DIALECTS = Catalog.installed("dialect", Dialect.class);
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @BeforeEach
    void german() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void whatEverySettingOfAListenerExpectsIsSaidInTheLanguageOfTheWindow() {
        Stream<Setting<?>> ofDialects = DIALECTS.all().stream().flatMap(dialect -> dialect.settings().stream());

        assertThat(Stream.concat(ListenerEntry.OWN.stream(), ofDialects))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(Retold.phrase(setting.expected()))
                        .as(setting.key())
                        .isNotEqualTo(setting.expected()));
    }

    @Test
    void whatStandsInAFieldIsToldAsItWasTyped() {
        Setting<Integer> port = ListenerEntry.PORT;
        BadSetting bad = catchThrowableOfType(
                BadSetting.class, () -> Options.checked("at", Map.of("port", "it's"), List.of(port)));

        assertThat(Retold.trouble(bad.getMessage().substring("at.port: ".length())))
                .isEqualTo("Erwartet: eine ganze Zahl von 0 bis 65535; gefunden: „it's“");
    }

    /** Each is wrong in its own way, and about the setting of this key. */
    private static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("keyence-xg", "okWord", Map.of("okWord", "0")),
                wrong("keyence-xg", "stations", Map.of("stations", List.of(1, 1))),
                wrong("keyence-iv", "tools", Map.of("tools", Map.of("100", "light"))),
                wrong("insight", "logins", Map.of()),
                wrong("insight", "logins", Map.of("logins", List.of(Map.of("name", "plc")))),
                wrong("insight", "logins", Map.of("logins", List.of(Map.of("nom", "plc")))),
                wrong("custom", "rows", Map.of("rows", List.of())),
                wrong("custom", "rows", Map.of("okWord", " ", "rows", List.of(row("in", "A")))),
                wrong("custom", "refused", Map.of("refused", "", "rows", List.of(row("in", "A")))),
                wrong("custom", "pushed", Map.of("pushed", "OK", "rows", List.of(row("in", "A")))),
                inRow(row("in", "A{part}{job}")),
                inRow(row("in", "A{part}{part}")),
                inRow(row("in", " ")),
                inRow(row("in", "A", "regex", "A")),
                inRow(row("regex", "(")),
                inRow(row("in", "{part} A", "do", "status", "result", "{state}")),
                inRow(row("in", "A{")),
                inRow(row("in", "A}")),
                inRow(row("in", "A", "do", "dance")),
                inRow(row("in", "A", "do", "change-job")),
                inRow(row("in", "A", "do", "status", "accepted", "B")),
                inRow(row("in", "A", "result", "")),
                inRow(row("in", "A {part}", "part", "P")),
                inRow(row("in", "A", "result", "B\u0001")),
                inRow(row("in", "A", "result", "OK")),
                inRow(row("in", "A", "result", "{judgement|1}")),
                inRow(row("in", "A", "result", "{colour}")),
                wrong("custom", "rows", Map.of("rows", List.of(row("regex", "A.*"), row("in", "AB")))));
    }

    private static Arguments wrong(String dialect, String key, Map<String, Object> settings) {
        return Arguments.of(dialect, key, settings);
    }

    private static Arguments inRow(Map<String, Object> row) {
        return wrong("custom", "rows", Map.of("rows", List.of(row)));
    }

    private static Map<String, Object> row(String... keysAndValues) {
        Map<String, Object> row = new java.util.LinkedHashMap<>(Map.of("do", "trigger", "result", "{judgement}"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return row;
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatContradictsItselfIsSaidInTheLanguageOfTheWindow(String dialect, String key, Map<String, Object> settings) {
        Map<String, Object> listener = Map.of("dialect", dialect, "port", 0, "settings", settings);
        BadSetting bad =
                catchThrowableOfType(BadSetting.class, () -> ListenerEntry.read("listener", listener, DIALECTS));
        String place = "listener.settings." + key;

        assertThat(bad.getMessage()).startsWith(place);
        String said = bad.getMessage().substring(place.length()).replaceFirst("^: ", "");
        assertThat(Retold.trouble(said))
                .doesNotContain("expected")
                .doesNotContain("missing")
                .doesNotContain("found");
    }

    @Test
    void whatASimulatedPlcMeetsIsSaidInTheLanguageOfTheWindow() {
        assertThat(Retold.trouble("no answer for 500 ms")).isEqualTo("Keine Antwort seit 500 ms");
        assertThat(Retold.trouble("the other end closed")).isEqualTo("Die Gegenseite hat die Verbindung geschlossen");
        assertThat(Retold.trouble("Connection refused")).isEqualTo("Dort h\u00f6rt niemand");
    }

    @Test
    void whatItDoesNotKnowItLeavesAsItIs() {
        assertThat(Retold.trouble("expected a miracle, found 'none'")).isEqualTo("expected a miracle, found 'none'");
    }
}
