package org.shutterline.server.tool.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;

/** One verdict from those of several earlier tools, which are usually informative then. */
public final class CombineFactory implements InspectionToolFactory {
    /** How many of them must be good. */
    enum Mode {
        /** Every one. */
        ALL,
        /** One or more. */
        ANY,
        /** So many or more. */
        AT_LEAST
    }

    static final Output GOOD = new Output("good", "", 0);

    static final Setting<List<String>> OF = Setting.of("of", "a list of the ids of earlier tools", CombineFactory::ids)
            .as(new Setting.EarlierTools());
    static final Setting<Mode> MODE = Setting.choice("mode", Mode.class).byDefault(Mode.ALL);
    static final Setting<Integer> COUNT = Setting.whole("count", 1, 1_000);

    @Override
    public String id() {
        return "combine";
    }

    @Override
    public String title() {
        return "Combine verdicts";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(OF, MODE, COUNT);
    }

    @Override
    public List<Output> outputs() {
        return List.of(GOOD);
    }

    @Override
    public List<String> refersTo(Options options) {
        return options.get(OF);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        List<String> tools = options.get(OF);
        int wanted = switch (options.get(MODE)) {
            case ALL -> tools.size();
            case ANY -> 1;
            case AT_LEAST -> options.get(COUNT);
        };
        if (wanted > tools.size()) {
            throw new BadSetting(
                    options.placeOf(COUNT), "expected at most " + tools.size() + ", as many as there are tools");
        }
        return new Combine(tools, wanted);
    }

    private static Optional<List<String>> ids(Object raw) {
        if (!(raw instanceof List<?> list) || list.isEmpty() || list.size() > 1_000) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof String text && text.matches("[A-Za-z0-9_-]{1,64}") && !ids.contains(text)) {
                ids.add(text);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(ids));
    }
}
