package org.shutterline.server.station;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job, ready to judge pictures one after the other. Production, the editor and whoever judges an old picture again use
 * the same. Used by one thread at a time.
 */
public final class Inspector implements AutoCloseable {
    /** A program that is killed costs a start, so it is not when its answer may come too late by a moment only. */
    private static final long LATE_NANOS = 50_000_000;

    private static final OffsetDateTime NEVER = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    private final Job job;
    private final AtWork atWork;
    private final List<InspectionTool> tools = new ArrayList<>();

    /** @throws org.shutterline.protocol.plugin.BadSetting if a tool cannot be made */
    public Inspector(Job job) {
        this(job, new AtWork());
    }

    /** @param atWork told which tool is made, and which looks at a picture */
    public Inspector(Job job, AtWork atWork) {
        this(job, atWork, step -> step.factory().create(step.options(), job.files()));
    }

    /** @param making gives each tool, which this closes */
    public Inspector(Job job, AtWork atWork, Function<ToolStep, InspectionTool> making) {
        this.job = job;
        this.atWork = atWork;
        try {
            for (ToolStep step : job.tools()) {
                atWork.begins(step);
                tools.add(making.apply(step));
            }
            atWork.ends();
        } catch (RuntimeException | Error bad) {
            close();
            throw bad;
        }
    }

    /**
     * Runs every tool in turn; what one throws is its verdict and stops no other.
     *
     * @param frame stays its owner's
     * @param part the part's name, if it has one
     * @param takenAt when the picture was asked for, by the station's clock
     */
    public Judgement inspect(Frame frame, Optional<String> part, OffsetDateTime takenAt) {
        return inspect(frame, part, takenAt, Inspector::untilOwnLimit);
    }

    /**
     * The same by a deadline: a tool has until then at most, one that may not be cut short a moment longer, and none begins
     * later.
     *
     * @param deadlineNanos of {@link System#nanoTime()}
     */
    Judgement inspect(Frame frame, Optional<String> part, OffsetDateTime takenAt, long deadlineNanos) {
        return inspect(frame, part, takenAt, (step, tool) -> {
            boolean whole = !tool.mayBeCutShort() && deadlineNanos - System.nanoTime() > 0;
            return earlier(whole ? deadlineNanos + LATE_NANOS : deadlineNanos, untilOwnLimit(step, tool));
        });
    }

    private Judgement inspect(Frame frame, Optional<String> part, OffsetDateTime takenAt, Limit limit) {
        if (tools.isEmpty()) {
            return Judgement.none(job, Code.INSPECTION_FAILED, "the job has no tools");
        }
        if (job.tools().stream().allMatch(step -> step.role() == Role.INFORMATIVE)) {
            return Judgement.none(job, Code.INSPECTION_FAILED, "no tool of the job counts");
        }
        ToolVerdicts said = new ToolVerdicts();
        try (FrameScene scene = new FrameScene(frame, part, takenAt, said)) {
            run(scene, said, limit);
        }
        return judgement(said);
    }

    /** Until when a tool that begins now may work, of {@link System#nanoTime()}. */
    private interface Limit {
        long untilNanos(ToolStep step, InspectionTool tool);
    }

    private static long untilOwnLimit(ToolStep step, InspectionTool tool) {
        return System.nanoTime() + step.timeLimitMs() * 1_000_000L;
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    /**
     * Runs every tool for what its first runs cost; what it finds does not matter.
     *
     * @param mostNanos no tool that may be cut short has longer
     */
    void warmUp(Frame frame, long mostNanos) {
        ToolVerdicts said = new ToolVerdicts();
        try (FrameScene scene = new FrameScene(frame, Optional.empty(), NEVER, said)) {
            run(scene, said, (step, tool) -> {
                long own = untilOwnLimit(step, tool);
                return tool.mayBeCutShort() ? earlier(System.nanoTime() + mostNanos, own) : own;
            });
        }
    }

    /**
     * Runs every tool, and leaves the scene as one more tool would see it. For teaching that tool, so it has no time limit.
     *
     * @param fixture the id of the tool with which it moves
     * @throws ToolException if the fixture was not found
     */
    public OpenScene sceneAfter(Frame frame, Optional<String> part, OffsetDateTime takenAt, Optional<String> fixture)
            throws ToolException {
        ToolVerdicts said = new ToolVerdicts();
        FrameScene scene = new FrameScene(frame, part, takenAt, said);
        run(scene, said, Inspector::untilOwnLimit);
        Optional<ToolVerdict> finder = fixture.flatMap(said::of);
        Optional<Pose> pose = finder.flatMap(ToolVerdict::pose);
        if (finder.isPresent() && pose.isEmpty()) {
            scene.close();
            throw new ToolException(finder.get().reason());
        }
        scene.begin(pose.orElse(Pose.NONE), System.nanoTime() + Long.MAX_VALUE / 2);
        return scene;
    }

    private void run(FrameScene scene, ToolVerdicts said, Limit limit) {
        for (int i = 0; i < tools.size(); i++) {
            long start = System.nanoTime();
            ToolStep step = job.tools().get(i);
            Attempt attempt = attempt(step, tools.get(i), scene, said, limit);
            said.add(ToolVerdict.of(step, attempt.took((System.nanoTime() - start) / 1e6)));
        }
    }

    private Judgement judgement(ToolVerdicts said) {
        List<Measurement> values = new ArrayList<>(job.outputs().size());
        for (JobOutput output : job.outputs()) {
            values.add(said.of(output.tool()).orElseThrow().measurement(output.name(), output.output()));
        }
        List<Overlay> overlays = new ArrayList<>();
        said.all().forEach(tool -> overlays.addAll(tool.overlays()));
        Verdict verdict = said.verdict();
        return new Judgement(
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(Code.INSPECTION_FAILED) : Optional.empty(),
                said.reason(),
                values,
                overlays,
                said.all());
    }

    private Attempt attempt(ToolStep step, InspectionTool tool, FrameScene scene, ToolVerdicts said, Limit limit) {
        Optional<ToolVerdict> fixture = step.fixture().flatMap(said::of);
        Optional<Pose> pose = fixture.flatMap(ToolVerdict::pose);
        if (fixture.isPresent() && pose.isEmpty()) {
            ToolVerdict why = fixture.get();
            return Attempt.blocked(
                    why.verdict() == Verdict.OK ? Verdict.UNKNOWN : why.verdict(),
                    "not looked for, since " + why.step().title() + " was not found");
        }
        if (step.measuresInMm() && scene.plane() == Plane.PX) {
            return Attempt.failed("not measured, since the calibration could not be used");
        }
        scene.begin(pose.orElse(Pose.NONE), limit.untilNanos(step, tool));
        if (scene.nanosLeft() < 0) {
            return Attempt.failed("not looked for, since the time of the part was over");
        }
        return run(step, tool, scene);
    }

    private Attempt run(ToolStep step, InspectionTool tool, FrameScene scene) {
        atWork.begins(step);
        try {
            Finding finding = tool.inspect(scene);
            return checked(step, scene, finding);
        } catch (ToolException failed) {
            return Attempt.failed(failed.getMessage());
        } catch (RuntimeException | Error broken) {
            // an Error of a plugin ends its judgement, never a thread of the station
            LOG.warn("tool {} of kind {} broke", step.id(), step.factory().id(), broken);
            return Attempt.failed(ToolException.OWN_FAULT);
        } finally {
            atWork.ends();
        }
    }

    private static Attempt checked(ToolStep step, FrameScene scene, Finding finding) {
        if (scene.nanosLeft() < 0) {
            return Attempt.failed("took longer than " + step.timeLimitMs() + " ms");
        }
        if (!finding.values().values().stream().allMatch(Inspector::isValue)) {
            return Attempt.failed("the tool gave a value that is no finite number, text or yes/no");
        }
        finding.plane().ifPresent(scene::measureIn);
        return Attempt.done(finding);
    }

    private static boolean isValue(Object value) {
        return value instanceof Double number
                ? Double.isFinite(number)
                : value instanceof String || value instanceof Boolean;
    }

    /** It is about to be closed: tools that take a while to end begin to. Returns at once. */
    void farewell() {
        tools.forEach(InspectionTool::farewell);
    }

    @Override
    public void close() {
        farewell();
        tools.forEach(InspectionTool::close);
        tools.clear();
    }
}
