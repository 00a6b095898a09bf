package org.shutterline.server.tool;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;

/** Reads a code, and compares its text with what a job or a trigger expects. */
public final class CodeFactory implements InspectionToolFactory {
    static final Output TEXT = new Output("text", "", 0);
    static final Output SYMBOLOGY = new Output("symbology", "", 0);

    static final Setting<List<Symbology>> SYMBOLOGIES = Setting.choices("symbologies", Symbology.class);
    static final Setting<String> EXPECTED = Setting.text("expected").byDefault("");
    static final Setting<Boolean> EQUALS_PART = Setting.yesNo("equalsPart").byDefault(false);

    @Override
    public String id() {
        return "code";
    }

    @Override
    public String title() {
        return "Code";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION, SYMBOLOGIES, EXPECTED, EQUALS_PART);
    }

    @Override
    public List<Output> outputs() {
        return List.of(TEXT, SYMBOLOGY);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Optional<String> expected = Optional.of(options.get(EXPECTED)).filter(text -> !text.isEmpty());
        boolean equalsPart = options.get(EQUALS_PART);
        if (equalsPart && expected.isPresent()) {
            throw new BadSetting(options.placeOf(EQUALS_PART), "expected either this or an expected text, not both");
        }
        Vision.load();
        return new CodeTool(Place.read(options), new CodeReader(options.get(SYMBOLOGIES)), expected, equalsPart);
    }
}
