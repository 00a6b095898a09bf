package org.shutterline.server.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.EarlierValue;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.station.ToolStep;
import org.shutterline.server.station.ToolVerdict;

/**
 * The tools of a draft as the window shows them.
 *
 * @param trial the newest; it may be of the draft before
 * @param tried what was measured on the pictures that were tried last
 */
record ToolViews(Draft draft, Optional<Trial> trial, TriedValues tried, Catalog<InspectionToolFactory> kinds) {
    private static final String REQUIRED = "required";

    List<ToolView> all() {
        return draft.tools().stream().map(this::view).toList();
    }

    private ToolView view(DraftTool tool) {
        Optional<InspectionToolFactory> kind = kind(tool);
        Optional<ToolVerdict> said = trial.flatMap(done -> done.of(tool.id()));
        Optional<Made.Trouble> trouble = trial.map(done -> done.troubles().get(tool.id()));
        return new ToolView(
                tool.id(),
                tool.title(),
                tool.kind(),
                kind.map(InspectionToolFactory::title).orElse(tool.kind()),
                trouble.map(Made.Trouble::why),
                said.map(ToolVerdict::verdict),
                said.map(ToolVerdict::reason).orElse(""),
                said.map(ToolVerdict::ms).orElse(0.0),
                role(tool),
                tool.entry("fixture").map(String::valueOf),
                fixtures(tool),
                earlier(tool),
                earlierValues(tool),
                tool.entry("whenNotFound")
                        .filter(word -> "UNKNOWN".equalsIgnoreCase(String.valueOf(word)))
                        .map(word -> Verdict.UNKNOWN)
                        .orElse(Verdict.NG),
                tool.entry("timeLimitMs")
                        .filter(Integer.class::isInstance)
                        .map(Integer.class::cast)
                        .orElse(1_000),
                tool.entry("isolated").filter(Boolean.TRUE::equals).isPresent(),
                kind.flatMap(InspectionToolFactory::teacher).isPresent(),
                kind.flatMap(InspectionToolFactory::teacher)
                        .filter(teacher -> teacher.needsDrawing())
                        .isPresent(),
                kind.filter(known -> judgesNothing(tool, known)).isPresent(),
                kind.map(known -> settings(tool, known, trouble)).orElse(List.of()),
                outputs(tool, kind, said));
    }

    private static String role(DraftTool tool) {
        return tool.entry("role")
                .map(word -> String.valueOf(word).toLowerCase(Locale.ROOT))
                .orElse(REQUIRED);
    }

    /** One of which a later tool uses the values leaves it to that to judge them. */
    private boolean judgesNothing(DraftTool tool, InspectionToolFactory kind) {
        return role(tool).equals(REQUIRED)
                && !tool.isLimited()
                && options(tool, kind).filter(set -> !kind.judges(set)).isPresent()
                && draft.tools().stream().flatMap(this::refersTo).noneMatch(tool.id()::equals);
    }

    /** The ids of the tools that it takes something from. */
    private Stream<String> refersTo(DraftTool tool) {
        return kind(tool)
                .flatMap(kind -> options(tool, kind).map(set -> refersTo(kind, set)))
                .orElse(List.of())
                .stream()
                .map(wanted -> wanted.replaceFirst("\\..*", ""));
    }

    private static List<String> refersTo(InspectionToolFactory kind, Options set) {
        try {
            return kind.refersTo(set);
        } catch (BadSetting halfSet) {
            return List.of();
        }
    }

    /** Empty while they cannot be used, which is told elsewhere. */
    private static Optional<Options> options(DraftTool tool, InspectionToolFactory kind) {
        try {
            return Optional.of(Options.checked(tool.title(), tool.settings(), kind.settings()));
        } catch (BadSetting halfSet) {
            return Optional.empty();
        }
    }

    private Optional<InspectionToolFactory> kind(DraftTool tool) {
        return kinds.all().stream()
                .filter(known -> known.id().equals(tool.kind()))
                .findFirst();
    }

    private Map<String, String> fixtures(DraftTool tool) {
        Map<String, String> could = earlier(tool);
        could.keySet()
                .removeIf(id -> draft.tool(id)
                        .flatMap(this::kind)
                        .filter(InspectionToolFactory::findsPose)
                        .isEmpty());
        return could;
    }

    private Map<String, String> earlier(DraftTool tool) {
        Map<String, String> earlier = new LinkedHashMap<>();
        before(tool).forEach(before -> earlier.put(before.id(), before.title()));
        return earlier;
    }

    private Stream<DraftTool> before(DraftTool tool) {
        return draft.tools().stream().takeWhile(before -> !before.id().equals(tool.id()));
    }

    private List<EarlierValue> earlierValues(DraftTool tool) {
        return before(tool)
                .flatMap(before -> {
                    Optional<ToolVerdict> said = trial.flatMap(done -> done.of(before.id()));
                    Map<String, Measurement> measured = measured(said);
                    return outputs(kind(before), said).stream()
                            .map(Output::name)
                            .filter(name -> !isText(measured.get(name)))
                            .map(name -> new EarlierValue(before.id(), before.title(), before.kind(), name));
                })
                .toList();
    }

    private static boolean isText(Measurement measured) {
        return measured != null && measured.value() instanceof Value.Text;
    }

    private List<SettingView> settings(DraftTool tool, InspectionToolFactory kind, Optional<Made.Trouble> trouble) {
        Pose pose = trial.map(done -> done.pose(tool.entry("fixture"))).orElse(Pose.NONE);
        return kind.settings().stream()
                .map(setting -> setting(tool, setting, pose, trouble))
                .toList();
    }

    private static SettingView setting(DraftTool tool, Setting<?> setting, Pose pose, Optional<Made.Trouble> trouble) {
        SettingView view = SettingView.of(setting, tool.settings());
        Optional<Object> lies =
                Regions.isRegion(setting) ? view.value().map(raw -> Regions.moved(raw, pose)) : view.value();
        return view.lying(lies)
                .troubled(trouble.filter(why ->
                                why.setting().filter(setting.key()::equals).isPresent())
                        .map(Made.Trouble::why));
    }

    private List<ToolView.OutputView> outputs(
            DraftTool tool, Optional<InspectionToolFactory> kind, Optional<ToolVerdict> said) {
        Map<String, Measurement> measured = measured(said);
        return outputs(kind, said).stream()
                .map(output -> new ToolView.OutputView(
                        output.name(),
                        output.unit(),
                        output.decimals(),
                        draft.tells(tool.id(), output.name()),
                        limits(tool.limitsOf(output.name())),
                        Optional.ofNullable(measured.get(output.name()))
                                .filter(value -> !(value.value() instanceof Value.Missing)),
                        tried.of(tool.id(), output.name()),
                        tried.good(tool.id(), output.name())))
                .toList();
    }

    private static List<Output> outputs(Optional<InspectionToolFactory> kind, Optional<ToolVerdict> said) {
        return said.map(ToolVerdict::step)
                .map(ToolStep::outputs)
                .orElseGet(() -> kind.map(InspectionToolFactory::outputs).orElse(List.of()));
    }

    private static Map<String, Measurement> measured(Optional<ToolVerdict> said) {
        Map<String, Measurement> measured = new LinkedHashMap<>();
        said.ifPresent(now -> now.measurements().forEach(value -> measured.put(value.name(), value)));
        return measured;
    }

    private static Map<String, Double> limits(Map<String, Object> raw) {
        Map<String, Double> limits = new LinkedHashMap<>();
        raw.forEach((key, value) -> {
            if (value instanceof Number number) {
                limits.put(key, number.doubleValue());
            }
        });
        return limits;
    }
}
