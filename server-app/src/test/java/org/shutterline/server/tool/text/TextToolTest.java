package org.shutterline.server.tool.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

class TextToolTest implements ToolContract {
    @Override
    public InspectionToolFactory factory() {
        return new TextFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Prints.LOT.region());
    }

    @Override
    public TestScene scene() throws Exception {
        return Prints.plate(Map.of());
    }

    @Test
    void readsTheLotThatStandsUpright() throws Exception {
        Finding finding = plate(Map.of());
        assertThat(finding.values()).containsEntry("text", "LOT 26-47");
        assertThat((Double) finding.values().get("confidence")).isGreaterThan(60);
    }

    @Test
    void comparesWithTheTextOfTheJob() throws Exception {
        assertThat(plate(Map.of("expected", "LOT 26-47")).wrong()).isEmpty();
        Finding wrong = plate(Map.of("expected", "LOT 26-46"));
        assertThat(wrong.wrong()).contains("LOT 26-47, expected LOT 26-46");
        assertThat(wrong.expected()).containsEntry("text", "LOT 26-46");
    }

    @Test
    void comparesWithThePartOfTheTrigger() throws Exception {
        try (InspectionTool tool = tool(Map.of("region", Prints.SERIAL.region(), "equalsPart", true));
                TestScene scene = scene();
                TestScene right = scene.withPart("ABC123");
                TestScene other = scene.withPart("XYZ")) {
            assertThat(tool.inspect(right).wrong()).isEmpty();
            assertThat(tool.inspect(other).wrong()).contains("ABC123, expected XYZ");
            assertThat(tool.inspect(scene).wrong()).contains("no part name given");
        }
    }

    @Test
    void comparesWithARegularExpression() throws Exception {
        assertThat(plate(Map.of("pattern", "LOT \\d\\d-\\d\\d")).wrong()).isEmpty();
        assertThat(plate(Map.of("pattern", "LOT \\d{4}")).wrong())
                .contains("LOT 26-47, expected it to match LOT \\d{4}");
    }

    @Test
    void judgesTheWeekOfTheLot() throws Exception {
        Map<String, Object> rule = Map.of("dateRule", "within", "dateFormat", "YY-ww", "dateFromDays", -14);
        try (InspectionTool tool = tool(rule);
                TestScene scene = scene()) {
            assertThat(tool.inspect(scene.takenAt(day("2026-11-25"))).wrong()).isEmpty();
            assertThat(tool.inspect(scene.takenAt(day("2026-12-05"))).wrong())
                    .contains("date 2026-11-16 is 19 days old, at most 14");
        }
    }

    private static OffsetDateTime day(String day) {
        return LocalDate.parse(day).atTime(12, 0).atOffset(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource({
        "EXP 2026-11-25, true, 36",
        "EXP 2026-11-25, false, 36",
        "L 4711 AB, true, 12",
        "L 4711 AB, true, 120",
        "SN 0815/77, false, 20"
    })
    void readsDarkOrLightAndSmallOrLarge(String text, boolean dark, int size) throws Exception {
        assertThat(read(text, size, dark, Map.of()).values()).containsEntry("text", text);
    }

    @Test
    void readsABlockOfLines() throws Exception {
        assertThat(read("PLATE 7\nLOT 26-47\nMADE 2026", 34, true, Map.of("layout", "block"))
                        .values())
                .containsEntry("text", "PLATE 7 LOT 26-47 MADE 2026");
    }

    @Test
    void readsOnlyWhatMayBe() throws Exception {
        assertThat(read("480158", 36, true, Map.of("whitelist", "0123456789")).values())
                .containsEntry("text", "480158");
    }

    @Test
    void saysWhatItIsNotSureOf() throws Exception {
        assertThat(plate(Map.of("minConfidence", 100)).missing().orElse(""))
                .startsWith("perhaps LOT 26-47, but at ")
                .endsWith("and at least 100 % is wanted");
    }

    @Test
    void learnsTheTextOfGoodParts() throws Exception {
        Options options = Options.checked("test", settings(), factory().settings());
        try (TestScene one = Prints.plate(Map.of("seed", 4));
                TestScene other = Prints.plate(Map.of("seed", 5))) {
            Lesson lesson =
                    factory().teacher().orElseThrow().teach(List.of(one, other), Optional.empty(), options, files());
            assertThat(lesson.settings()).containsEntry("expected", "LOT 26-47");
            assertThat(lesson.said()).isEqualTo("The expected text is LOT 26-47.");
        }
    }

    @Test
    void whatItLearnsReplacesWhatWasExpectedBefore() throws Exception {
        for (Map<String, Object> before :
                List.<Map<String, Object>>of(Map.of("pattern", "SN-[0-9]+"), Map.of("equalsPart", true))) {
            Map<String, Object> settings = new HashMap<>(settings());
            settings.putAll(before);
            Options options = Options.checked("test", settings, factory().settings());
            try (TestScene scene = scene()) {
                Lesson lesson =
                        factory().teacher().orElseThrow().teach(List.of(scene), Optional.empty(), options, files());
                settings.putAll(lesson.settings());
                try (InspectionTool tool = tool(settings)) {
                    assertThat(tool.inspect(scene).wrong()).isEmpty();
                }
            }
        }
    }

    @Test
    void learnsNoTextFromPartsThatDiffer() throws Exception {
        Options options = Options.checked(
                "test", Map.of("region", Prints.SERIAL.region()), factory().settings());
        try (TestScene one = Prints.plate(Map.of("codeText", "ABC123"));
                TestScene other = Prints.plate(Map.of("codeText", "ABC124"))) {
            assertThatThrownBy(() -> factory()
                            .teacher()
                            .orElseThrow()
                            .teach(List.of(one, other), Optional.empty(), options, files()))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("ABC123 and ABC124");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(a", "*"})
    void refusesWhatIsNoRegularExpression(String pattern) {
        assertThatThrownBy(() -> tool(Map.of("pattern", pattern)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.pattern: expected a regular expression");
    }

    @Test
    void refusesTwoThingsToCompareWith() {
        assertThatThrownBy(() -> tool(Map.of("expected", "A", "equalsPart", true)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("equalsPart");
    }

    private Finding plate(Map<String, Object> changes) throws Exception {
        try (InspectionTool tool = tool(changes);
                TestScene scene = scene()) {
            return tool.inspect(scene);
        }
    }

    private Finding read(String text, int size, boolean dark, Map<String, Object> settings) throws Exception {
        Map<String, Object> raw = new LinkedHashMap<>(settings);
        try (InspectionTool tool =
                        factory().create(Options.checked("test", raw, factory().settings()), files());
                TestScene scene = drawn(text, size, dark)) {
            return tool.inspect(scene);
        }
    }

    private static TestScene drawn(String text, int size, boolean dark) {
        Vision.load();
        List<String> lines = text.lines().toList();
        int width = (int) (size
                * (1 + 0.75 * lines.stream().mapToInt(String::length).max().orElseThrow()));
        int height = (int) (size * (0.6 + 1.4 * lines.size()));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D ink = picture.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setColor(dark ? Color.LIGHT_GRAY : Color.DARK_GRAY);
        ink.fillRect(0, 0, width, height);
        ink.setColor(dark ? Color.BLACK : Color.WHITE);
        ink.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        for (int i = 0; i < lines.size(); i++) {
            ink.drawString(lines.get(i), size / 2, (int) (size * (1.3 + 1.4 * i)));
        }
        ink.dispose();
        Mat grey = new Mat(height, width, CvType.CV_8UC1);
        grey.put(0, 0, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return TestScene.over(grey);
    }
}
