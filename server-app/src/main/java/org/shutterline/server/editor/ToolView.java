package org.shutterline.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.EarlierValue;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;

/**
 * A tool of the draft, and what it says of the picture.
 *
 * @param kind the id of its kind
 * @param kindTitle in English, for where the words of the window have none
 * @param trouble why it cannot be used as it is set; empty if it can
 * @param verdict empty while it was not run
 * @param reason why it is not OK
 * @param ms how long it took; 0 while it was not run
 * @param role {@code required}, {@code optional}, {@code informative}
 * @param fixture the id of the tool that it moves with
 * @param fixtures the ids and titles of the earlier tools that it could move with
 * @param earlier the ids and titles of all earlier tools
 * @param earlierValues their values, but for texts
 * @param whenNotFound NG or UNKNOWN
 * @param isolated whether it runs in a process of its own
 * @param canTeach whether it learns from pictures
 * @param needsDrawing whether the technician draws what it is to learn
 * @param judgesNothing whether it counts and says OK whatever it measures: it has no limits and nothing is expected
 */
public record ToolView(
        String id,
        String title,
        String kind,
        String kindTitle,
        Optional<String> trouble,
        Optional<Verdict> verdict,
        String reason,
        double ms,
        String role,
        Optional<String> fixture,
        Map<String, String> fixtures,
        Map<String, String> earlier,
        List<EarlierValue> earlierValues,
        Verdict whenNotFound,
        int timeLimitMs,
        boolean isolated,
        boolean canTeach,
        boolean needsDrawing,
        boolean judgesNothing,
        List<SettingView> settings,
        List<OutputView> outputs) {
    public ToolView {
        earlierValues = List.copyOf(earlierValues);
        settings = List.copyOf(settings);
        outputs = List.copyOf(outputs);
    }

    /** Whose settings they are. */
    public SettingOwner owner() {
        return new SettingOwner(kind, earlier, earlierValues);
    }

    /** Whether people should be warned of that: one that cannot be used, or is not OK now, says worse. */
    public boolean needsLimit() {
        return judgesNothing
                && trouble.isEmpty()
                && verdict.filter(now -> now != Verdict.OK).isEmpty();
    }

    /** Whether it cannot be used because nothing was taught yet. */
    public boolean isUntaught() {
        return canTeach && trouble.isPresent() && settings.stream().anyMatch(SettingView::isMissing);
    }

    /** Its first setting that is a region, as it lies on the picture now. */
    public Optional<SettingView> region() {
        return settings.stream()
                .filter(setting -> setting.shape().equals(new Setting.Other("region")))
                .findFirst();
    }

    /** What its row tells: the first measured value that has limits, else the first that was measured. */
    public Optional<Measurement> told() {
        return outputs.stream()
                .filter(output -> !output.limits().isEmpty())
                .flatMap(output -> output.measured().stream())
                .findFirst()
                .or(() -> outputs.stream()
                        .flatMap(output -> output.measured().stream())
                        .findFirst());
    }

    /**
     * One of its values.
     *
     * @param told whether it is in the list that is answered
     * @param limits {@code low}, {@code high}, {@code warnLow}, {@code warnHigh}, those that are set
     * @param measured on the picture; empty while it was not run
     * @param recent of the pictures that were tried last, those that were measured
     * @param recentGood likewise, of the parts that are good
     */
    public record OutputView(
            String name,
            String unit,
            int decimals,
            boolean told,
            Map<String, Double> limits,
            Optional<Measurement> measured,
            List<Double> recent,
            List<Double> recentGood) {
        public OutputView {
            limits = Map.copyOf(limits);
            recent = List.copyOf(recent);
            recentGood = List.copyOf(recentGood);
        }
    }
}
