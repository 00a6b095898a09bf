package org.shutterline.server.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job, ready to judge pictures one after the other. Used by one thread at a time. */
final class Inspector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    private final Job job;
    private final List<InspectionTool> tools = new ArrayList<>();

    /** @throws org.shutterline.protocol.plugin.BadSetting if a tool cannot be made */
    Inspector(Job job) {
        this.job = job;
        try {
            job.tools().forEach(step -> tools.add(step.factory().create(step.options(), job.files())));
        } catch (RuntimeException bad) {
            close();
            throw bad;
        }
    }

    /** Runs every tool in turn; what one throws is its verdict and stops no other. */
    Judgement inspect(Frame frame, Optional<String> part) {
        if (tools.isEmpty()) {
            return Judgement.none(job, Code.INSPECTION_FAILED, "the job has no tools");
        }
        Map<String, ToolVerdict> verdicts = new HashMap<>();
        List<Overlay> overlays = new ArrayList<>();
        Verdict verdict = Verdict.OK;
        Optional<ToolVerdict> decisive = Optional.empty();
        try (FrameScene scene = new FrameScene(frame, part)) {
            for (int i = 0; i < tools.size(); i++) {
                ToolVerdict said =
                        ToolVerdict.of(job.tools().get(i), run(job.tools().get(i), tools.get(i), scene));
                verdicts.put(said.step().id(), said);
                overlays.addAll(said.overlays());
                if (said.verdict() != Verdict.OK && verdict.and(said.verdict()) != verdict) {
                    decisive = Optional.of(said);
                }
                verdict = verdict.and(said.verdict());
            }
        }
        List<Measurement> values = job.outputs().stream()
                .map(output -> verdicts.get(output.tool()).measurement(output))
                .toList();
        return new Judgement(
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(Code.INSPECTION_FAILED) : Optional.empty(),
                decisive.map(ToolVerdict::reason).orElse(""),
                values,
                overlays);
    }

    private static Attempt run(ToolStep step, InspectionTool tool, FrameScene scene) {
        long start = System.nanoTime();
        scene.limitTo(start + step.timeLimitMs() * 1_000_000L);
        try {
            Finding finding = tool.inspect(scene);
            return checked(step, scene, finding);
        } catch (ToolException failed) {
            return Attempt.failed(failed.getMessage());
        } catch (RuntimeException | Error broken) {
            // an Error of a plugin ends its judgement, never a thread of the station
            LOG.warn("tool {} of kind {} broke", step.id(), step.factory().id(), broken);
            return Attempt.failed("the tool broke: " + broken.getClass().getSimpleName());
        }
    }

    private static Attempt checked(ToolStep step, FrameScene scene, Finding finding) {
        if (scene.nanosLeft() < 0) {
            return Attempt.failed("took longer than " + step.timeLimitMs() + " ms");
        }
        return finding.values().values().stream().allMatch(Inspector::isValue)
                ? Attempt.done(finding)
                : Attempt.failed("the tool gave a value that is no finite number, text or yes/no");
    }

    private static boolean isValue(Object value) {
        return value instanceof Double number
                ? Double.isFinite(number)
                : value instanceof String || value instanceof Boolean;
    }

    @Override
    public void close() {
        tools.forEach(InspectionTool::close);
        tools.clear();
    }

    /** What a tool found, or why it could not work. */
    record Attempt(Optional<Finding> finding, String failure) {
        static Attempt done(Finding finding) {
            return new Attempt(Optional.of(finding), "");
        }

        static Attempt failed(String why) {
            return new Attempt(Optional.empty(), why);
        }
    }
}
