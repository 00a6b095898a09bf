package org.shutterline.client.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.client.operator.Samples;
import org.shutterline.protocol.plugin.BadSetting;

class LanguagesTest {
    private static Language find(String dialect) {
        return Samples.LANGUAGES.find(new LanguageChoice(dialect, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyence-xg | TRIGGER STATUS RESET JOB JOBS CHANGE_JOB",
                "keyence-iv | TRIGGER SUBSCRIBE STATUS RESET PICTURE JOB JOBS CHANGE_JOB",
                "omron | TRIGGER RESET JOB JOBS CHANGE_JOB",
                "insight | TRIGGER STATUS PICTURE JOB JOBS CHANGE_JOB",
                "insight-push | ''"
            })
    void knowsWhatCanBeSaid(String dialect, String abilities) {
        assertThat(find(dialect).abilities().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(abilities);
    }

    @Test
    void ourOwnLanguageHasWordsForAll() {
        assertThat(find("plain").abilities()).isEqualTo(EnumSet.allOf(Ability.class));
        assertThat(find("plain").isOurs()).isTrue();
    }

    @Test
    void aTableOfTheUsersCanSayWhatItsRowsSay() {
        Map<String, Object> rows =
                Map.of("rows", List.of(Map.of("in", "T {part} {once}", "do", "trigger", "result", "{judgement} {id}")));
        Language language =
                Samples.languages(Map.of("table.yaml", rows)).find(new LanguageChoice("custom", "table.yaml"));

        assertThat(language.abilities())
                .isEqualTo(EnumSet.of(Ability.TRIGGER, Ability.PART, Ability.ONCE, Ability.JOBS));
    }

    @Test
    void namesTheFileTheKeyAndWhatWasExpected() {
        LanguageFinder languages = Samples.languages(Map.of("xg.yaml", Map.of("triggerMode", "soon")));

        assertThatThrownBy(() -> languages.find(new LanguageChoice("keyence-xg", "xg.yaml")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("xg.yaml.triggerMode")
                .hasMessageContaining("acknowledge");
        assertThatThrownBy(() -> find("klingon")).isInstanceOf(BadSetting.class).hasMessageContaining("keyence-xg");
    }
}
