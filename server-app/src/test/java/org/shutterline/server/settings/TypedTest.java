package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

final class TypedTest {
    private static final Setting.Shape GREY = new Setting.NumberOrWord(1, 255, List.of("otsu"));

    @Test
    void eachKindOfThingIsReadAsAFileWouldHaveIt() {
        assertThat(Typed.raw(new Setting.WholeNumber(0, 9), "7")).isEqualTo(7);
        assertThat(Typed.raw(new Setting.AnyNumber(0, 9), "7.5")).isEqualTo(7.5);
        assertThat(Typed.raw(new Setting.YesNo(), "yes")).isEqualTo(true);
        assertThat(Typed.raw(new Setting.FreeText(), "7")).isEqualTo("7");
        assertThat(Typed.raw(GREY, "90")).isEqualTo(90);
        assertThat(Typed.raw(GREY, "otsu")).isEqualTo("otsu");
        assertThat(Typed.raw(new Setting.Pairs(), "{\"speed\": 3}")).isEqualTo(Map.of("speed", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a, b|a b", "a|a", "[\"a\",\"b\"]|a b"})
    void aListIsReadWithCommasOrAsJson(String text, String items) {
        assertThat(Typed.raw(new Setting.Texts(), text)).isEqualTo(List.of(items.split(" ")));
    }

    @Test
    void numbersOfAListAreNumbers() {
        assertThat(Typed.raw(new Setting.Numbers(), "50, -3.5, 20")).isEqualTo(List.of(50, -3.5, 20));
    }

    @Test
    void whatOnlyTheSettingKnowsIsATextWhereJsonDoesNotFit() {
        Setting<String> own =
                Setting.of("own", "a text", raw -> raw instanceof String text ? Optional.of(text) : Optional.empty());
        assertThat(new Typed<>(own, "tool").read("12")).isEqualTo("12");
    }

    @Test
    void aNumberMayHaveAnyNumberOfDecimals() {
        assertThat(Typed.raw(new Setting.AnyNumber(0, 9), "0.1234567890123456789"))
                .isEqualTo(0.1234567890123456789);
        assertThat(Typed.raw(new Setting.WholeNumber(0, 9), "0000000000007")).isEqualTo(7);
    }

    @Test
    void whatIsExpectedAndWhatStandsThereIsToldWithoutExponents() {
        Setting<Double> small = Setting.number("scale", 1e-6, 1e9);
        assertThatThrownBy(() -> new Typed<>(small, "tool").read("5000000000.50"))
                .hasMessage("tool.scale: expected a number from 0.000001 to 1000000000, found '5000000000.50'");
        assertThatThrownBy(() -> new Typed<>(Setting.whole("level", 1, 9), "tool").read("1.0"))
                .hasMessage("tool.level: expected a whole number from 1 to 9, found '1.0'");
        Map<String, Object> inAFile = Map.of("scale", 5e9);
        assertThatThrownBy(() -> Options.checked("tool", inAFile, List.of(small)))
                .hasMessage("tool.scale: expected a number from 0.000001 to 1000000000, found '5000000000'");
    }

    @Test
    void whatCannotBeUsedIsRefusedByName() {
        Setting<Integer> whole = Setting.whole("level", 1, 9);
        assertThatThrownBy(() -> new Typed<>(whole, "tool").read("many"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("tool.level")
                .hasMessageContaining("a whole number from 1 to 9");
    }
}
