package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.ui.UiWords;

/** What comes with the program has words of its own in the editor; that every language has them is {@code WordsTest}'s. */
final class ToolWordsTest {
    private static final int LONGEST = 24;

    static Collection<InspectionToolFactory> tools() {
        return Catalog.installed("tool", InspectionToolFactory.class).all();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aToolItsSettingsChoicesAndValuesHaveWords(InspectionToolFactory tool) {
        has("tool." + tool.id());
        for (Setting<?> setting : tool.settings()) {
            String own = "setting." + tool.id() + "." + setting.key();
            has(UiWords.has(own) ? own : "setting." + setting.key());
            if (setting.shape() instanceof Setting.Choice choice) {
                choice.words().forEach(word -> has("choice." + word));
            }
        }
        tool.outputs().forEach(output -> has("output." + output.name()));
    }

    private static void has(String key) {
        assertThat(UiWords.has(key)).as(key).isTrue();
        assertThat(UiWords.text(key)).as(key).hasSizeLessThanOrEqualTo(LONGEST);
    }
}
