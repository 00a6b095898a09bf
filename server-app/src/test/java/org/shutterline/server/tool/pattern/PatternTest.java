package org.shutterline.server.tool.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.tool.DemoJob;
import org.shutterline.server.tool.Plates;

class PatternTest implements ToolContract {
    @TempDir
    Path folder;

    @Override
    public InspectionToolFactory factory() {
        return new PatternFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Plates.region(405, 565, 220, 95), "template", "print.png", "minScore", 0.5);
    }

    @Override
    public JobFiles files() {
        return (name, place) -> DemoJob.file(name);
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Test
    void saysHowGoodTheBestMatchWasWhenItIsNotGoodEnough() throws Exception {
        try (InspectionTool tool = tool(Map.of("region", Plates.region(420, 220, 330, 85), "minScore", 0.9));
                TestScene scene = scene()) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.missing().orElse("")).startsWith("best match 0.").endsWith("at least 0.90 is wanted");
        }
    }

    @Test
    void findsItsTemplateInTheWholePicture() throws Exception {
        Map<String, Object> raw = new LinkedHashMap<>(settings());
        raw.remove("region");
        PatternFactory factory = new PatternFactory();
        try (InspectionTool whole = factory.create(Options.checked("test", raw, factory.settings()), files());
                InspectionTool near = tool(Map.of());
                TestScene scene = scene()) {
            Map<String, Object> far = whole.inspect(scene).values();
            near.inspect(scene)
                    .values()
                    .forEach((name, value) ->
                            assertThat((Double) far.get(name)).as(name).isCloseTo((Double) value, within(0.05)));
        }
    }

    @Test
    void refusesATemplateOfOneGrey() throws Exception {
        BufferedImage grey = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
        assertRefused(grey, "all of one grey");
    }

    @Test
    void refusesATemplateThatDoesNotFitIntoTheRegion() throws Exception {
        BufferedImage large = new BufferedImage(600, 300, BufferedImage.TYPE_BYTE_GRAY);
        large.createGraphics().fillRect(0, 0, 300, 300);
        assertRefused(large, "fits into the region");
    }

    private void assertRefused(BufferedImage picture, String why) throws Exception {
        Path file = folder.resolve("template.png");
        ImageIO.write(picture, "png", file.toFile());
        PatternFactory factory = new PatternFactory();
        Options options = Options.checked("job", settings(), factory.settings());
        assertThatThrownBy(() -> factory.create(options, (name, place) -> file))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("job.template")
                .hasMessageContaining(why);
    }
}
