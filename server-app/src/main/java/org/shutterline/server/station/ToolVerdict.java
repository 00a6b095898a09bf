package org.shutterline.server.station;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Output;

/** What one tool says of a picture once its limits have judged what it found. */
final class ToolVerdict {
    private final ToolStep step;
    private final Optional<Finding> finding;
    private final Map<String, String> outside = new HashMap<>();
    private final Verdict verdict;
    private final String reason;

    private ToolVerdict(ToolStep step, Optional<Finding> finding, Verdict verdict, String reason) {
        this.step = step;
        this.finding = finding;
        this.verdict = verdict;
        this.reason = reason;
    }

    static ToolVerdict of(ToolStep step, Inspector.Attempt attempt) {
        if (attempt.finding().isEmpty()) {
            return new ToolVerdict(step, Optional.empty(), Verdict.UNKNOWN, step.title() + ": " + attempt.failure());
        }
        Finding finding = attempt.finding().get();
        if (finding.missing().isPresent()) {
            String why = step.title() + " not found: " + finding.missing().get();
            return new ToolVerdict(step, Optional.of(finding), step.whenNotFound(), why);
        }
        return judged(step, finding);
    }

    private static ToolVerdict judged(ToolStep step, Finding finding) {
        Map<String, String> outside = new HashMap<>();
        List<String> reasons = new ArrayList<>();
        finding.wrong().ifPresent(why -> reasons.add(step.title() + ": " + why));
        for (String limited : step.limits().keySet()) {
            if (!(finding.values().get(limited) instanceof Double)) {
                String why = step.title() + ": " + limited + " was not measured";
                return new ToolVerdict(step, Optional.of(finding), step.whenNotFound(), why);
            }
        }
        for (Output output : step.factory().outputs()) {
            if (finding.values().get(output.name()) instanceof Double number) {
                outsideOf(step, output, number).ifPresent(why -> {
                    outside.put(output.name(), why);
                    reasons.add(why);
                });
            }
        }
        ToolVerdict verdict = new ToolVerdict(
                step,
                Optional.of(finding),
                reasons.isEmpty() ? Verdict.OK : Verdict.NG,
                reasons.isEmpty() ? "" : reasons.get(0));
        verdict.outside.putAll(outside);
        return verdict;
    }

    /** Judged before rounding; told rounded. */
    private static Optional<String> outsideOf(ToolStep step, Output output, double number) {
        Limits limits = step.limitsOf(output.name());
        if (limits.isTooSmall(number)) {
            return Optional.of(title(step, output) + " too small: " + told(number, output) + ", limit "
                    + told(limits.low().getAsDouble(), output));
        }
        if (limits.isTooLarge(number)) {
            return Optional.of(title(step, output) + " too large: " + told(number, output) + ", limit "
                    + told(limits.high().getAsDouble(), output));
        }
        return Optional.empty();
    }

    private static String title(ToolStep step, Output output) {
        boolean first = step.factory().outputs().get(0).equals(output);
        return first ? step.title() : step.title() + " " + output.name();
    }

    private static String told(double number, Output output) {
        String text = BigDecimal.valueOf(number)
                .setScale(output.decimals(), RoundingMode.HALF_UP)
                .toPlainString();
        return output.unit().isEmpty() ? text : text + " " + output.unit();
    }

    ToolStep step() {
        return step;
    }

    Verdict verdict() {
        return verdict;
    }

    String reason() {
        return reason;
    }

    /** One value of the output list. */
    Measurement measurement(JobOutput wanted) {
        Output output = wanted.output();
        Limits limits = step.limitsOf(output.name());
        Value value = value(output);
        boolean measured = !(value instanceof Value.Missing);
        String why = outside.getOrDefault(output.name(), value instanceof Value.Decimal ? "" : reason);
        return new Measurement(
                wanted.name(),
                value,
                output.unit(),
                limits.low(),
                limits.high(),
                finding.map(found -> found.expected().get(output.name())),
                measured && why.isEmpty() ? Verdict.OK : verdict,
                why);
    }

    private Value value(Output output) {
        Object found = finding.map(f -> f.values().get(output.name())).orElse(null);
        if (found instanceof Double number) {
            return new Value.Decimal(number, output.decimals());
        }
        if (found instanceof String text) {
            return new Value.Text(text);
        }
        return found instanceof Boolean yes ? new Value.YesNo(yes) : Value.missing();
    }

    /** Its marks in its verdict's colour; the first that is not a search region bears the label. */
    List<Overlay> overlays() {
        List<Overlay> overlays = new ArrayList<>();
        boolean labelled = false;
        List<Mark> marks = finding.map(Finding::marks).orElse(List.of());
        boolean onlyRegions = marks.stream().allMatch(mark -> mark.kind() == Overlay.Kind.REGION);
        for (Mark mark : marks) {
            boolean bears = !labelled && (onlyRegions || mark.kind() != Overlay.Kind.REGION);
            overlays.add(new Overlay(mark.kind(), mark.points(), verdict, bears ? label() : "", step.id()));
            labelled |= bears;
        }
        return overlays;
    }

    /** The tool's title and the value that it is there for: the first that has limits, else its first. */
    private String label() {
        List<Output> outputs = step.factory().outputs();
        Output told = outputs.stream()
                .filter(output -> step.limits().containsKey(output.name()))
                .findFirst()
                .orElse(outputs.get(0));
        Object found = finding.map(f -> f.values().get(told.name())).orElse(null);
        if (found == null) {
            return step.title();
        }
        return step.title() + ": " + (found instanceof Double number ? told(number, told) : found);
    }
}
