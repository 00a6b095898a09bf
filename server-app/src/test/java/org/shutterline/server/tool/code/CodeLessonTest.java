package org.shutterline.server.tool.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.tool.Plates;

/** A later lesson replaces the earlier one. */
final class CodeLessonTest {
    private final CodeFactory factory = new CodeFactory();
    private final JobFiles none = (name, place) -> Path.of(name);
    private final Map<String, Object> settings =
            new LinkedHashMap<>(Map.of("region", Plates.region(415, 325, 255, 245)));

    @Test
    void oneTextReplacesAPattern() throws Exception {
        learn("SN-001", "SN-002");
        assertThat(settings).containsEntry("pattern", "SN\\Q-\\E00[0-9]");
        learn("ABC123");
        assertThat(wrong("ABC123")).isEmpty();
        assertThat(wrong("SN-001")).contains("SN-001, expected ABC123");
    }

    @Test
    void aPatternReplacesOneText() throws Exception {
        learn("ABC123");
        learn("SN-001", "SN-002");
        assertThat(wrong("SN-003")).isEmpty();
        assertThat(wrong("ABC123")).hasValueSatisfying(why -> assertThat(why).contains("is not like"));
    }

    @Test
    void oneTextReplacesThePartsName() throws Exception {
        settings.put("equalsPart", true);
        learn("ABC123");
        assertThat(wrong("ABC123")).isEmpty();
    }

    private void learn(String... texts) throws Exception {
        List<Scene> good = new ArrayList<>();
        try {
            for (String text : texts) {
                good.add(plate(text));
            }
            settings.putAll(factory.teacher()
                    .orElseThrow()
                    .teach(good, Optional.empty(), options(), none)
                    .settings());
        } finally {
            good.forEach(scene -> ((TestScene) scene).close());
        }
    }

    private Optional<String> wrong(String text) throws Exception {
        try (InspectionTool tool = factory.create(options(), none);
                TestScene scene = plate(text)) {
            return tool.inspect(scene).wrong();
        }
    }

    private Options options() {
        return Options.checked("test", settings, factory.settings());
    }

    private static TestScene plate(String text) throws Exception {
        return Plates.first(Map.of("codeText", text));
    }
}
