package org.shutterline.server.station;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/**
 * What an inspector says of one picture.
 *
 * @param code why it is UNKNOWN; empty otherwise
 * @param reason the first reason why it is not OK, or of a good part the first warning; empty when there is none
 * @param values one for each output of the job, in order
 * @param tools what each tool said, in order; empty if none was run
 */
public record Judgement(
        Verdict verdict,
        Optional<Code> code,
        String reason,
        List<Measurement> values,
        List<Overlay> overlays,
        List<ToolVerdict> tools) {
    public Judgement {
        values = List.copyOf(values);
        overlays = List.copyOf(overlays);
        tools = List.copyOf(tools);
    }

    /** No judgement could be made, so nothing was measured. */
    static Judgement none(Job job, Code code, String reason) {
        return new Judgement(
                Verdict.UNKNOWN,
                Optional.of(code),
                reason,
                job.outputs().stream()
                        .map(output -> notMeasured(job, output, reason))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Measurement notMeasured(Job job, JobOutput output, String reason) {
        Limits limits = job.tools().stream()
                .filter(tool -> tool.id().equals(output.tool()))
                .findFirst()
                .map(tool -> tool.limitsOf(output.output().name()))
                .orElse(Limits.NONE);
        return new Measurement(
                output.name(),
                Value.missing(),
                output.output().unit(),
                limits.low(),
                limits.high(),
                Optional.empty(),
                Verdict.UNKNOWN,
                reason);
    }
}
