package org.shutterline.server.tool.logic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;

/** A value that is reckoned from those of earlier tools. */
public final class FormulaFactory implements InspectionToolFactory {
    static final Output VALUE = new Output("value", "", 3);

    static final Setting<String> EXPRESSION = Setting.text("expression");
    static final Setting<String> UNIT = Setting.text("unit").byDefault("");
    static final Setting<Integer> DECIMALS = Setting.whole("decimals", 0, 9).byDefault(3);

    @Override
    public String id() {
        return "formula";
    }

    @Override
    public String title() {
        return "Formula";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(EXPRESSION, UNIT, DECIMALS);
    }

    @Override
    public List<Output> outputs() {
        return List.of(VALUE);
    }

    @Override
    public List<Output> outputs(Options options) {
        return List.of(new Output(VALUE.name(), options.get(UNIT), options.get(DECIMALS)));
    }

    @Override
    public List<String> refersTo(Options options) {
        Set<String> names = new LinkedHashSet<>();
        expression(options).collect(names);
        return List.copyOf(names);
    }

    @Override
    public boolean judges(Options options) {
        return false;
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        return new Formula(expression(options));
    }

    private static Expression expression(Options options) {
        try {
            return FormulaReader.read(options.get(EXPRESSION));
        } catch (BadFormula bad) {
            throw new BadSetting(options.placeOf(EXPRESSION), bad.getMessage());
        }
    }
}
