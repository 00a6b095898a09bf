package org.shutterline.server.station;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Pose;

/** What one tool says of a picture once its limits have judged what it found. Immutable. */
public final class ToolVerdict {
    private final ToolStep step;
    private final Attempt attempt;
    private final Map<String, String> remarks;
    private final Verdict verdict;
    private final String reason;

    private ToolVerdict(ToolStep step, Attempt attempt, Map<String, String> remarks, Verdict verdict, String reason) {
        this.step = step;
        this.attempt = attempt;
        this.remarks = remarks;
        this.verdict = verdict;
        this.reason = reason;
    }

    static ToolVerdict of(ToolStep step, Attempt attempt) {
        if (attempt.finding().isEmpty()) {
            Verdict verdict = attempt.blocked().orElse(Verdict.UNKNOWN);
            return new ToolVerdict(step, attempt, Map.of(), verdict, step.title() + ": " + attempt.failure());
        }
        Finding finding = attempt.finding().get();
        if (finding.unknown().isPresent()) {
            String why = step.title() + ": " + finding.unknown().get();
            return new ToolVerdict(step, attempt, Map.of(), Verdict.UNKNOWN, why);
        }
        if (finding.missing().isPresent()) {
            String why = step.title() + " not found: " + finding.missing().get();
            return new ToolVerdict(step, attempt, Map.of(), step.whenNotFound(), why);
        }
        return judged(step, attempt, finding);
    }

    private static ToolVerdict judged(ToolStep step, Attempt attempt, Finding finding) {
        for (String limited : step.limits().keySet()) {
            Object value = finding.values().get(limited);
            if (!(value instanceof Double || value instanceof Boolean)) {
                String why = step.title() + ": " + limited
                        + (value == null ? " was not measured" : " is a text, which limits cannot judge");
                return new ToolVerdict(step, attempt, Map.of(), step.whenNotFound(), why);
            }
        }
        Map<String, String> remarks = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        finding.wrong().ifPresent(why -> wrong.add(step.title() + ": " + why));
        for (Output output : step.outputs()) {
            limitWords(step, output, finding).ifPresent(words -> {
                words.outside().ifPresent(why -> {
                    remarks.put(output.name(), why);
                    wrong.add(why);
                });
                words.nearlyOutside().ifPresent(why -> {
                    remarks.putIfAbsent(output.name(), why);
                    warnings.add(why);
                });
            });
        }
        wrong.addAll(warnings);
        return new ToolVerdict(
                step,
                attempt,
                remarks,
                wrong.size() == warnings.size() ? Verdict.OK : Verdict.NG,
                wrong.isEmpty() ? "" : wrong.get(0));
    }

    /** Of yes and no as of 1 and 0, which is how a result line tells them; empty of anything else. */
    private static Optional<LimitWords> limitWords(ToolStep step, Output output, Finding finding) {
        Object value = finding.values().get(output.name());
        String title = title(step, output);
        Limits limits = step.limitsOf(output.name());
        if (value instanceof Double number) {
            return Optional.of(new LimitWords(title, number, limits, told -> LimitWords.told(told, output)));
        }
        return value instanceof Boolean yes
                ? Optional.of(new LimitWords(title, yes ? 1 : 0, limits, LimitWords::plain))
                : Optional.empty();
    }

    private static String title(ToolStep step, Output output) {
        boolean first = step.outputs().get(0).equals(output);
        return first ? step.title() : step.title() + " " + output.name();
    }

    public ToolStep step() {
        return step;
    }

    /** Its own, whether it counts or not. */
    public Verdict verdict() {
        return verdict;
    }

    /** Why it is not OK, or that a value is near its limit; empty otherwise. */
    public String reason() {
        return reason;
    }

    /** How long it took, milliseconds. */
    public double ms() {
        return attempt.ms();
    }

    /** How the part lies, if this tool found that. */
    public Optional<Pose> pose() {
        return attempt.finding().flatMap(Finding::pose);
    }

    /** Whether its verdict counts for that of the part. */
    public boolean counts() {
        return switch (step.role()) {
            case REQUIRED -> true;
            case INFORMATIVE -> false;
            case OPTIONAL ->
                attempt.blocked().filter(Verdict.NG::equals).isEmpty()
                        && attempt.finding().flatMap(Finding::missing).isEmpty();
        };
    }

    /** What it measured, by the name of the output. */
    public Optional<Object> value(String output) {
        return attempt.finding().map(found -> found.values().get(output));
    }

    /** All that it measures. */
    public List<Measurement> measurements() {
        return step.outputs().stream()
                .map(output -> measurement(output.name(), output))
                .toList();
    }

    /**
     * One of its values.
     *
     * @param name what it is called in the result
     * @param output one of its outputs, with the decimals that are wanted
     */
    Measurement measurement(String name, Output output) {
        Limits limits = step.limitsOf(output.name());
        Value value = valueOf(output);
        boolean measured = !(value instanceof Value.Missing);
        boolean byLimits = value instanceof Value.Decimal
                || value instanceof Value.YesNo && step.limits().containsKey(output.name());
        String why = remarks.getOrDefault(output.name(), byLimits ? "" : reason);
        return new Measurement(
                name,
                value,
                output.unit(),
                limits.low(),
                limits.high(),
                attempt.finding().map(found -> found.expected().get(output.name())),
                measured && why.isEmpty() ? Verdict.OK : told(),
                why);
    }

    /** A tool that does not count is shown with a mark, but never as the reason for a verdict. */
    private Verdict told() {
        return counts() ? verdict : Verdict.OK;
    }

    private Value valueOf(Output output) {
        Object found = value(output.name()).orElse(null);
        if (found instanceof Double number) {
            return new Value.Decimal(number, output.decimals());
        }
        if (found instanceof String text) {
            return new Value.Text(text);
        }
        return found instanceof Boolean yes ? new Value.YesNo(yes) : Value.missing();
    }

    /** Its marks in its verdict's colour; the first that is not a search region bears the label. */
    public List<Overlay> overlays() {
        List<Overlay> overlays = new ArrayList<>();
        boolean labelled = false;
        List<Mark> marks = attempt.finding().map(Finding::marks).orElse(List.of());
        boolean onlyRegions = marks.stream().allMatch(mark -> mark.kind() == Overlay.Kind.REGION);
        for (Mark mark : marks) {
            boolean bears = !labelled && (onlyRegions || mark.kind() != Overlay.Kind.REGION);
            overlays.add(new Overlay(mark.kind(), mark.points(), told(), bears ? label() : "", step.id()));
            labelled |= bears;
        }
        return overlays;
    }

    /** The tool's title and the value that it is there for: the first that has limits, else its first. */
    private String label() {
        Output told = step.outputs().stream()
                .filter(output -> step.limits().containsKey(output.name()))
                .findFirst()
                .orElse(step.outputs().get(0));
        Object found = value(told.name()).orElse(null);
        if (found == null) {
            return step.title();
        }
        return step.title() + ": " + (found instanceof Double number ? LimitWords.told(number, told) : found);
    }

    /**
     * What a value says of its limits, in words. Judged before rounding; told rounded.
     *
     * @param tell how a number is told
     */
    private record LimitWords(String title, double number, Limits limits, DoubleFunction<String> tell) {
        Optional<String> outside() {
            if (limits.isTooSmall(number)) {
                return Optional.of(title + " too small: " + tell.apply(number) + ", limit "
                        + tell.apply(limits.low().getAsDouble()));
            }
            if (limits.isTooLarge(number)) {
                return Optional.of(title + " too large: " + tell.apply(number) + ", limit "
                        + tell.apply(limits.high().getAsDouble()));
            }
            return Optional.empty();
        }

        Optional<String> nearlyOutside() {
            if (outside().isPresent()) {
                return Optional.empty();
            }
            if (limits.isNearlyTooSmall(number)) {
                return Optional.of(title + " nearly too small: " + tell.apply(number));
            }
            if (limits.isNearlyTooLarge(number)) {
                return Optional.of(title + " nearly too large: " + tell.apply(number));
            }
            return Optional.empty();
        }

        /** A limit of 0.5 between no and yes is not to be rounded to one of them. */
        static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }

        static String told(double number, Output output) {
            String text = BigDecimal.valueOf(number)
                    .setScale(output.decimals(), RoundingMode.HALF_UP)
                    .toPlainString();
            return output.unit().isEmpty() ? text : text + " " + output.unit();
        }
    }
}
