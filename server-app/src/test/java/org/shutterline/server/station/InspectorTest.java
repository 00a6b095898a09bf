package org.shutterline.server.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.server.station.ScriptedTool.measuring;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

class InspectorTest {
    private final FramePool frames = new FramePool(1 << 20);

    @Test
    void passesAPartWhoseValuesAreWithinTheirLimits() {
        Judgement judgement = inspect(measuring(15));
        assertThat(judgement.verdict()).isEqualTo(Verdict.OK);
        assertThat(judgement.reason()).isEmpty();
        assertThat(judgement.values().get(0).value()).isEqualTo(new Value.Decimal(15, 2));
    }

    @Test
    void judgesBeforeRounding() {
        assertThat(inspect(measuring(20.001)).verdict()).isEqualTo(Verdict.NG);
        assertThat(inspect(measuring(20)).verdict()).isEqualTo(Verdict.OK);
        assertThat(inspect(measuring(9.9999)).reason()).isEqualTo("tool1 too small: 10.00 px, limit 10.00 px");
    }

    @Test
    void saysUnknownAndNeverNgWhenAToolThrowsOrBreaks() {
        List<InspectionTool> broken = List.of(
                scene -> {
                    throw new ToolException("no light");
                },
                scene -> {
                    throw new IllegalStateException("bug");
                },
                scene -> {
                    throw new StackOverflowError();
                },
                scene -> {
                    throw new OutOfMemoryError();
                },
                scene -> Finding.of(Map.of("width", Double.NaN), List.of()));
        for (InspectionTool tool : broken) {
            Judgement judgement = inspect(tool);
            assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(judgement.code()).contains(Code.INSPECTION_FAILED);
            assertThat(judgement.values()).extracting(Measurement::value).containsExactly(Value.missing());
        }
    }

    @Test
    void saysUnknownWhenAToolOverrunsItsTime() {
        Judgement judgement = inspect(scene -> {
            while (scene.nanosLeft() >= 0) {
                Thread.onSpinWait();
            }
            return Finding.of(Map.of("width", 15.0), List.of());
        });
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.reason()).isEqualTo("tool1: took longer than 200 ms");
    }

    @Test
    void saysNgForAFeatureThatWasNotFoundUnlessTheJobSaysUnknown() {
        InspectionTool nothing = scene -> Finding.missing("no edge", List.of());
        assertThat(inspect(nothing).verdict()).isEqualTo(Verdict.NG);
        assertThat(inspect(nothing).reason()).isEqualTo("tool1 not found: no edge");
        Job lenient = ScriptedTool.job("j", List.of(ScriptedTool.step("edge", nothing, Verdict.UNKNOWN)));
        assertThat(inspect(lenient).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void letsUnknownOutweighNgAndRunsEveryTool() {
        Judgement judgement = inspect(
                measuring(5),
                scene -> {
                    throw new ToolException("no light");
                },
                measuring(15));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.reason()).isEqualTo("tool2: no light");
        assertThat(judgement.values())
                .extracting(Measurement::verdict)
                .containsExactly(Verdict.NG, Verdict.UNKNOWN, Verdict.OK);
    }

    @Test
    void doesNotPassAPartWhoseLimitedValueWasNotMeasured() {
        Judgement judgement = inspect(scene -> Finding.of(Map.of("text", "A"), List.of()));
        assertThat(judgement.verdict()).isEqualTo(Verdict.NG);
        assertThat(judgement.reason()).isEqualTo("tool1: width was not measured");
        assertThat(judgement.values().get(0).verdict()).isEqualTo(Verdict.NG);
    }

    @Test
    void judgesYesAsOneAndNoAsZeroWhereThereAreLimits() {
        Limits any = new Limits(OptionalDouble.of(0), OptionalDouble.of(1.5));
        Limits no = new Limits(OptionalDouble.empty(), OptionalDouble.of(0.5));
        Limits yes = new Limits(OptionalDouble.of(1), OptionalDouble.empty());
        assertThat(inspect(ScriptedTool.yesNoJob(true, any)).verdict()).isEqualTo(Verdict.OK);
        assertThat(inspect(ScriptedTool.yesNoJob(false, no)).verdict()).isEqualTo(Verdict.OK);
        Judgement blown = inspect(ScriptedTool.yesNoJob(true, no));
        assertThat(blown.verdict()).isEqualTo(Verdict.NG);
        assertThat(blown.reason()).isEqualTo("glare blown too large: 1, limit 0.5");
        assertThat(blown.values().get(0).value()).isEqualTo(new Value.YesNo(true));
        assertThat(blown.values().get(0).reason()).isEqualTo(blown.reason());
        assertThat(inspect(ScriptedTool.yesNoJob(false, yes)).reason()).isEqualTo("glare blown too small: 0, limit 1");
    }

    @Test
    void saysThatATextIsNoNumberWhereThereAreLimits() {
        Judgement judgement = inspect(scene -> Finding.of(Map.of("width", "wide"), List.of()));
        assertThat(judgement.verdict()).isEqualTo(Verdict.NG);
        assertThat(judgement.reason()).isEqualTo("tool1: width is a text, which limits cannot judge");
        assertThat(judgement.values().get(0).verdict()).isEqualTo(Verdict.NG);
    }

    @Test
    void takesNoOtherTypeThanTheOnesAFindingMayHold() {
        assertThat(inspect(scene -> Finding.of(Map.of("width", 15), List.of())).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void makesNoJudgementWithoutATool() {
        assertThat(inspect().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void tellsTheFirstReasonOfTheVerdict() {
        assertThat(inspect(measuring(15), measuring(25), measuring(5)).reason())
                .isEqualTo("tool2 too large: 25.00 px, limit 20.00 px");
    }

    @Test
    void judgesATextByWhatTheToolExpected() {
        assertThat(inspect(ScriptedTool.reading("A", "A")).verdict()).isEqualTo(Verdict.OK);
        assertThat(inspect(ScriptedTool.reading("A", "B")).reason()).isEqualTo("tool1: A, expected B");
    }

    @Test
    void warnsOfAValueNearItsLimitAndPassesThePart() {
        Judgement judgement = inspect(measuring(15), measuring(11));
        assertThat(judgement.verdict()).isEqualTo(Verdict.OK);
        assertThat(judgement.reason()).isEqualTo("tool2 nearly too small: 11.00 px");
        assertThat(judgement.values()).extracting(Measurement::isWarning).containsExactly(false, true);
    }

    @Test
    void doesNotCountAToolThatOnlyInforms() {
        Judgement judgement = inspect(job(
                step("seen", measuring(50), Role.INFORMATIVE, Optional.empty()),
                step("needed", measuring(15), Role.REQUIRED, Optional.empty())));
        assertThat(judgement.verdict()).isEqualTo(Verdict.OK);
        assertThat(judgement.values().get(0).verdict()).isEqualTo(Verdict.OK);
        assertThat(judgement.values().get(0).isWarning()).isTrue();
        assertThat(judgement.tools().get(0).verdict()).isEqualTo(Verdict.NG);
    }

    @Test
    void letsAnOptionalFeatureBeAwayButNotBad() {
        InspectionTool nothing = scene -> Finding.missing("no label", List.of());
        ToolStep plate = step("plate", measuring(15), Role.REQUIRED, Optional.empty());
        assertThat(inspect(job(plate, step("label", nothing, Role.OPTIONAL, Optional.empty())))
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(inspect(job(step("label", measuring(50), Role.OPTIONAL, Optional.empty())))
                        .verdict())
                .isEqualTo(Verdict.NG);
    }

    @Test
    void saysUnknownWhenNothingWasThereThatCounts() {
        InspectionTool nothing = scene -> Finding.missing("no label", List.of());
        Judgement judgement = inspect(job(
                step("label", nothing, Role.OPTIONAL, Optional.empty()),
                step("print", nothing, Role.OPTIONAL, Optional.empty())));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.reason()).isEqualTo("nothing was found that counts");
    }

    @Test
    void handsNoValueOnOfAToolThatCouldNotJudge() {
        InspectionTool unsure = scene -> Finding.unknown("blurred", Map.of("width", 15.0), List.of());
        List<Optional<Object>> seen = new ArrayList<>();
        inspect(job(
                step("unsure", unsure, Role.INFORMATIVE, Optional.empty()),
                step(
                        "asks",
                        scene -> {
                            seen.add(scene.value("unsure.width"));
                            return width(15);
                        },
                        Role.REQUIRED,
                        Optional.empty())));
        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void beginsNoToolAfterTheDeadlineOfThePart() throws CameraException {
        List<Long> left = new ArrayList<>();
        InspectionTool first = scene -> {
            left.add(scene.nanosLeft());
            while (scene.nanosLeft() >= 0) {
                Thread.onSpinWait();
            }
            throw new ToolException("late");
        };
        InspectionTool never = scene -> {
            throw new AssertionError("was run");
        };
        try (Inspector inspector = new Inspector(ScriptedTool.job("plate", first, never));
                Frame frame = frames.take(8, 6, PixelFormat.MONO8)) {
            Judgement judgement =
                    inspector.inspect(frame, Optional.empty(), OffsetDateTime.MIN, System.nanoTime() + 100_000_000);
            assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(judgement.tools().get(1).reason()).contains("the time of the part was over");
        }
        assertThat(left.get(0)).isLessThanOrEqualTo(100_000_000);
    }

    @Test
    void looksWhereTheFixtureFoundThePart() {
        Pose pose = Pose.of(new Point(0, 0), new Point(3, 4), 2, 1);
        List<Pose> seen = new ArrayList<>();
        Judgement judgement = inspect(job(
                step("find", scene -> width(15).at(pose), Role.REQUIRED, Optional.empty()),
                step("hole", scene -> seenAt(scene, seen), Role.REQUIRED, Optional.of("find")),
                step("still", scene -> seenAt(scene, seen), Role.REQUIRED, Optional.empty())));
        assertThat(judgement.verdict()).isEqualTo(Verdict.OK);
        assertThat(seen).containsExactly(pose, Pose.NONE);
    }

    @Test
    void doesNotLookWhenTheFixtureWasNotFound() {
        InspectionTool nothing = scene -> Finding.missing("no plate", List.of());
        InspectionTool never = scene -> {
            throw new AssertionError("was run");
        };
        Judgement judgement = inspect(job(
                step("find", nothing, Role.REQUIRED, Optional.empty()),
                step("hole", never, Role.REQUIRED, Optional.of("find"))));
        assertThat(judgement.verdict()).isEqualTo(Verdict.NG);
        assertThat(judgement.reason()).isEqualTo("find not found: no plate");
        assertThat(judgement.values().get(1).reason()).isEqualTo("hole: not looked for, since find was not found");
        assertThat(judgement.values().get(1).value()).isEqualTo(Value.missing());
    }

    @Test
    void cannotJudgeWhenATooDarkPictureWasMeasured() {
        Judgement judgement =
                inspect(scene -> Finding.unknown("too dark", Map.of("width", 15.0), List.of()), measuring(50));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.reason()).isEqualTo("tool1: too dark");
        assertThat(judgement.values().get(0).value()).isEqualTo(new Value.Decimal(15, 2));
    }

    @Test
    void tellsLaterToolsWhatEarlierOnesSaid() {
        List<Object> told = new ArrayList<>();
        inspect(measuring(15), measuring(25), scene -> {
            told.add(scene.value("tool1.width"));
            told.add(scene.value("tool9.width"));
            told.add(scene.verdict("tool2"));
            return width(15);
        });
        assertThat(told).containsExactly(Optional.of(15.0), Optional.empty(), Optional.of(Verdict.NG));
    }

    private static Finding seenAt(Scene scene, List<Pose> seen) {
        seen.add(scene.pose());
        return width(15);
    }

    private static Finding width(double px) {
        return Finding.of(Map.of("width", px), List.of());
    }

    private static ToolStep step(String id, InspectionTool tool, Role role, Optional<String> fixture) {
        return ScriptedTool.step(id, tool, Verdict.NG, role, fixture);
    }

    private static Job job(ToolStep... steps) {
        return ScriptedTool.job("j", List.of(steps));
    }

    @Test
    void givesEveryPictureBack() {
        inspect(measuring(15));
        assertThat(frames.bytesInUse()).isZero();
    }

    private Judgement inspect(InspectionTool... tools) {
        return inspect(ScriptedTool.job("j", tools));
    }

    private Judgement inspect(Job job) {
        Vision.load();
        try (Inspector inspector = new Inspector(job);
                Frame frame = frames.take(8, 6, PixelFormat.MONO8)) {
            return inspector.inspect(frame, Optional.empty(), OffsetDateTime.MIN);
        } catch (CameraException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void noToolHasLongerThanThePart() throws CameraException {
        List<Long> left = new ArrayList<>();
        InspectionTool unhurried = new InspectionTool() {
            @Override
            public Finding inspect(Scene scene) {
                left.add(scene.nanosLeft());
                return Finding.of(Map.of("width", 15.0), List.of());
            }

            @Override
            public boolean mayBeCutShort() {
                return false;
            }
        };
        try (Inspector inspector = new Inspector(ScriptedTool.job("plate", unhurried));
                Frame frame = frames.take(8, 6, PixelFormat.MONO8)) {
            inspector.inspect(frame, Optional.empty(), OffsetDateTime.MIN, System.nanoTime() + 20_000_000);
        }
        assertThat(left).singleElement().satisfies(nanos -> assertThat(nanos).isBetween(20_000_000L, 70_000_000L));
    }

    @Test
    void givesLittleTimeBeforeTheFirstPartToAllButThoseThatMayNotBeCutShort() throws CameraException {
        List<Long> left = new ArrayList<>();
        InspectionTool hurried = scene -> {
            left.add(scene.nanosLeft());
            return Finding.of(Map.of("width", 15.0), List.of());
        };
        InspectionTool unhurried = new InspectionTool() {
            @Override
            public Finding inspect(Scene scene) throws ToolException {
                return hurried.inspect(scene);
            }

            @Override
            public boolean mayBeCutShort() {
                return false;
            }
        };
        try (Inspector inspector = new Inspector(ScriptedTool.job("plate", hurried, unhurried));
                Frame frame = frames.take(8, 6, PixelFormat.MONO8)) {
            inspector.warmUp(frame, 1_000_000);
            inspector.inspect(frame, Optional.empty(), OffsetDateTime.MIN);
        }
        assertThat(left.get(0)).isLessThanOrEqualTo(1_000_000);
        assertThat(left.subList(1, 4)).allSatisfy(nanos -> assertThat(nanos).isGreaterThan(10_000_000));
    }
}
