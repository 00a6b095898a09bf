package org.shutterline.server.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Vision;

/** A station with its threads, on a camera and a keeper that the test holds in its hand. */
class StationRunnerIT {
    /** So long that no test meets it, however busy the machine. */
    private static final int FAR_MS = 60_000;

    private static final int NEAR_MS = 400;

    private final ScriptedCamera camera = new ScriptedCamera();
    private final ScriptedKeeper keeper = new ScriptedKeeper();
    private final Ear ear = new Ear();
    private final FramePool frames = new FramePool(1 << 20);
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean cameraIsThere = new AtomicBoolean(true);
    private volatile Map<String, String> cameraNotes = Map.of();
    private final TwoJobs shelf = new TwoJobs();
    private SetUp setUp = SetUp.USUAL;
    private Optional<StationRunner> running = Optional.empty();

    @BeforeAll
    static void loadVision() {
        Vision.load();
    }

    @AfterEach
    void stop() {
        running.ifPresent(StationRunner::close);
        deadlines.shutdownNow();
    }

    @Test
    void answersATriggerWithAResultThatIsKept() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        long id = accepted(station);
        camera.deliver();
        InspectionResult result = ear.next();
        assertThat(result.id()).isEqualTo(id);
        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(keeper.kept.get(0).notes()).containsEntry("number", "1");
        assertThat(station.status().ok()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(frames.bytesInUse()).isZero());
    }

    @Test
    void theStagesOfATriggerAreAllOfItsTime() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        camera.deliver();
        InspectionResult result = ear.next();
        List<StageTime> stages = keeper.kept.get(0).stages();
        assertThat(stages).extracting(StageTime::stage).containsExactly("waiting", "picture", "inspection");
        double sum = stages.stream().mapToDouble(StageTime::ms).sum();
        assertThat(result.ms() - sum).isBetween(0.0, 100.0);
        assertThat(stages).allSatisfy(stage -> assertThat(stage.ms()).isPositive());
    }

    @Test
    void judgesWhatTheCameraTakesByItselfAndTellsWhereItCameFrom() throws InterruptedException {
        camera.byItself = true;
        StationRunner station = start(ScriptedTool.measuring(15));
        camera.takeByItself(() -> {});
        InspectionResult own = ear.next();
        assertThat(own.origin()).isEqualTo(Origin.CAMERA);
        assertThat(own.verdict()).isEqualTo(Verdict.OK);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().origin()).isEqualTo(Origin.WIRE);
        camera.takeByItself(() -> {
            throw new CameraException(CameraException.Kind.THIS_PICTURE, "3 packets were lost");
        });
        InspectionResult lost = ear.next();
        assertThat(lost.code()).contains(Code.CAMERA_FAILED);
        assertThat(lost.reason()).contains("3 packets were lost");
    }

    @Test
    void whatTheCameraTakesByItselfWhileOfflineIsCountedAsRefused() throws InterruptedException {
        camera.byItself = true;
        StationRunner station = start(ScriptedTool.measuring(15));
        station.goOffline();
        camera.takeByItself(() -> {});
        await().until(() -> station.status().refused() == 1);
        assertThat(keeper.kept).isEmpty();
        await().untilAsserted(() -> assertThat(frames.bytesInUse()).isZero());
    }

    @Test
    void aCameraThatCannotTakeSettingsWhileItIsOpenIsOpenedAgainWithThem() throws Exception {
        StationRunner station = start(ScriptedTool.measuring(15));
        Options options = Options.checked("camera", Map.of(), List.of());
        station.adjustCamera(options).get(5, TimeUnit.SECONDS);
        await().until(() -> camera.closed.get() == 1);
        accepted(station);
        camera.deliver();
        ear.next();
        camera.adjusts = true;
        station.adjustCamera(options).get(5, TimeUnit.SECONDS);
        assertThat(camera.adjusted).hasValue(2);
        assertThat(camera.closed).hasValue(1);
    }

    @Test
    void refusesATriggerUntilTheCameraHasDelivered() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_BUSY));
        camera.deliver();
        ear.next();
        accepted(station);
        assertThat(station.status().refused()).isEqualTo(1);
    }

    @Test
    void whatIsAnsweredAfterTheCountersWereResetCountsAfterThat() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        camera.deliver();
        ear.next();
        long id = accepted(station);
        station.resetCounters();
        assertThat(station.status().triggers()).isZero();
        camera.deliver();
        ear.next();
        assertThat(station.status().ok()).isEqualTo(1);
        station.remember();
        assertThat(keeper.memories).last().extracting(StationMemory::resetId).isEqualTo(id - 1);
        station.resetCounters();
        assertThat(station.status().triggers()).isZero();
        station.remember();
        assertThat(keeper.memories).last().extracting(StationMemory::resetId).isNotEqualTo(id - 1);
    }

    @Test
    void takesTheNextPictureWhileTheLastIsInspectedAndAnswersInOrder() throws InterruptedException {
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        AtomicInteger inspections = new AtomicInteger();
        StationRunner station = start(scene -> {
            if (inspections.incrementAndGet() == 1) {
                awaitTurn(firstMayEnd);
            }
            return Finding.of(Map.of("width", 15.0), List.of());
        });
        long first = accepted(station);
        camera.deliver();
        await().until(() -> inspections.get() == 1);
        long second = accepted(station);
        camera.deliver();
        await().until(() -> inspections.get() == 2);
        assertThat(keeper.kept).isEmpty();
        firstMayEnd.countDown();
        assertThat(ear.next().id()).isEqualTo(first);
        assertThat(ear.next().id()).isEqualTo(second);
    }

    @Test
    void saysUnknown21WhenTheCameraHangsAndGoesOnWhenItComesBack() throws InterruptedException {
        StationRunner station = startWithNearDeadline(ScriptedTool.measuring(15));
        accepted(station);
        InspectionResult result = ear.next();
        assertThat(result.code()).contains(Code.CAMERA_TIMEOUT);
        assertThat(result.ms()).isBetween(NEAR_MS * 0.8, NEAR_MS * 2.0);
        assertThat(keeper.pictures).hasValue(0);
        assertThat(ear.wholesMs.poll()).isGreaterThanOrEqualTo(result.ms());
        await().until(() -> station.status().state() == StationState.READY);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void doesNotTakeThePictureOfATriggerWhoseDeadlinePassedWhileItWaited() throws InterruptedException {
        StationRunner station = startWithNearDeadline(ScriptedTool.measuring(15));
        CountDownLatch adjusting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        camera.adjusts = true;
        camera.onAdjust = () -> {
            adjusting.countDown();
            try {
                goOn.await();
            } catch (InterruptedException notExpected) {
                throw new IllegalStateException(notExpected);
            }
        };
        station.adjustCamera(Options.checked("camera", Map.of(), List.of()));
        adjusting.await();
        accepted(station);
        assertThat(ear.next().code()).contains(Code.CAMERA_TIMEOUT);
        await().until(() -> station.status().state() == StationState.FAULT);
        goOn.countDown();
        await().until(() -> station.status().state() == StationState.READY);
        assertThat(camera.pictures).hasValue(0);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aCameraThatBreaksOverItsClosingIsOpenedAgain() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        camera.onClose = () -> {
            throw new IllegalStateException("the library crashed");
        };
        station.adjustCamera(Options.checked("camera", Map.of(), List.of()));
        await().until(() -> camera.closed.get() == 1);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void settingsForACameraThatIsOpenedNoMoreAreRefused() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        station.close();
        await().until(() -> camera.closed.get() == 1);
        assertThatThrownBy(() -> station.adjustCamera(Options.checked("camera", Map.of(), List.of()))
                        .get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CameraException.class)
                .hasMessageContaining("the server was stopped");
    }

    @Test
    void aTriggerIsToldAtOnceWhenItsCameraBreaksOverSettingsThatWereToHoldBefore() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        Options options = Options.checked("camera", Map.of(), List.of());
        CountDownLatch adjusting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        camera.adjusts = true;
        camera.onAdjust = () -> {
            adjusting.countDown();
            awaitTurn(goOn);
            if (camera.adjusted.get() == 2) {
                throw new IllegalStateException("the library crashed");
            }
        };
        station.adjustCamera(options);
        adjusting.await();
        accepted(station);
        station.adjustCamera(options);
        goOn.countDown();
        assertThat(ear.next().code()).contains(Code.CAMERA_FAILED);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aLookThatDoesNotComeBackIsGivenUpAndKeepsNoTriggerWaiting() throws InterruptedException {
        StationRunner station = startWithNearDeadline(ScriptedTool.measuring(15));
        station.goOffline();
        assertThatThrownBy(station::look).isInstanceOf(CameraException.class);
        await().until(() -> !camera.inCapture);
        station.goOnline();
        camera.deliver();
        accepted(station);
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void notesWhyAPictureDidNotComeAndNotWithTheNext() throws InterruptedException {
        StationRunner station = startWithNearDeadline(ScriptedTool.measuring(15));
        cameraNotes = Map.of("faultOnDemand", "delay");
        accepted(station);
        assertThat(ear.next().code()).contains(Code.CAMERA_TIMEOUT);
        await().until(() -> !camera.inCapture);
        camera.act(() -> {
            throw new CameraException(CameraException.Kind.THIS_PICTURE, "lost");
        });
        accepted(station);
        assertThat(ear.next().code()).contains(Code.CAMERA_FAILED);
        cameraNotes = Map.of();
        accepted(station);
        camera.deliver();
        ear.next();
        assertThat(keeper.kept)
                .extracting(Detail::notes)
                .containsExactly(
                        Map.of("faultOnDemand", "delay"), Map.of("faultOnDemand", "delay"), Map.of("number", "1"));
    }

    @Test
    void faultsWhenTheCameraDoesNotComeBackAndIsReadyWhenItDoes() throws InterruptedException {
        StationRunner station = startWithNearDeadline(ScriptedTool.measuring(15));
        CountDownLatch hung = new CountDownLatch(1);
        camera.act(() -> awaitWhateverComes(hung));
        accepted(station);
        assertThat(ear.next().code()).contains(Code.CAMERA_TIMEOUT);
        await().until(() -> station.status().state() == StationState.FAULT);
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_FAULT));
        hung.countDown();
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void keepsWhatItAnsweredWhenAnInspectionEndsAfterTheDeadline() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        StationRunner station = startWithNearDeadline(scene -> {
            awaitTurn(mayEnd);
            return Finding.of(Map.of("width", 15.0), List.of());
        });
        long id = accepted(station);
        camera.deliver();
        InspectionResult result = ear.next();
        assertThat(result.code()).contains(Code.DEADLINE_PASSED);
        assertThat(keeper.pictures).hasValue(1);
        mayEnd.countDown();
        await().until(() -> keeper.late.size() == 1);
        assertThat(keeper.late.get(0).result().id()).isEqualTo(id);
        assertThat(keeper.late.get(0).result().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(keeper.late.get(0).late()).hasSize(1);
        assertThat(station.status().unknown()).isEqualTo(1);
        assertThat(station.status().ok()).isZero();
    }

    @Test
    void faultsWhenASecondToolDoesNotReturn() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        StationRunner station = startWithNearDeadline(scene -> {
            awaitWhateverComes(never);
            return Finding.of(Map.of(), List.of());
        });
        accepted(station);
        camera.deliver();
        assertThat(ear.next().code()).contains(Code.DEADLINE_PASSED);
        assertThat(station.status().state()).isEqualTo(StationState.READY);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().code()).contains(Code.DEADLINE_PASSED);
        await().until(() -> station.status().state() == StationState.FAULT);
        assertThat(station.status().why()).contains("does not return");
        never.countDown();
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void theOnlyLaneWhoseToolDoesNotReturnHasASubstituteOnce() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger hangs = new AtomicInteger(1);
        StationRunner station = start(
                scene -> {
                    if (hangs.getAndDecrement() > 0) {
                        awaitWhateverComes(mayEnd);
                    }
                    return Finding.of(Map.of("width", 15.0), List.of());
                },
                NEAR_MS,
                1);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().code()).contains(Code.DEADLINE_PASSED);
        await().until(() -> station.status().state() == StationState.READY);
        for (int n = 0; n < 3; n++) {
            accepted(station);
            camera.deliver();
            assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
        }

        hangs.set(1);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().code()).contains(Code.DEADLINE_PASSED);
        await().until(() -> station.status().state() == StationState.FAULT);
        mayEnd.countDown();
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void theOnlyLaneIsAtFaultWhenNoSubstituteCanBeSetUpForIt() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger making = new AtomicInteger();
        InspectionTool hanging = scene -> {
            awaitWhateverComes(mayEnd);
            return Finding.of(Map.of("width", 15.0), List.of());
        };
        Runnable once = () -> {
            if (making.getAndIncrement() > 0) {
                throw new BadSetting("tool1", "there is one of it only");
            }
        };
        StationPlan plan = new StationPlan(1, NEAR_MS, 1, true, 100, 60_000);
        StationRunner station = started(plan, FirstJob.of(ScriptedTool.madeBy(once, "plate", hanging), plan));
        accepted(station);
        camera.deliver();
        assertThat(ear.next().code()).contains(Code.DEADLINE_PASSED);
        await().until(() -> station.status().state() == StationState.FAULT);
        assertThat(station.status().why()).contains("does not return");
        mayEnd.countDown();
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void aJobIsChangedWhileAToolOfTheOneBeforeDoesNotReturnAndThatToolIsClosedOnlyThen() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger closed = new AtomicInteger();
        StationRunner station = startWithNearDeadline(new InspectionTool() {
            @Override
            public Finding inspect(Scene scene) {
                awaitWhateverComes(mayEnd);
                return Finding.of(Map.of("width", 15.0), List.of());
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        accepted(station);
        camera.deliver();
        assertThat(ear.next().code()).contains(Code.DEADLINE_PASSED);
        await().until(() -> station.status().state() == StationState.READY);

        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("strict", replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().code()).isEmpty();
        int free = closed.get();
        assertThat(free).isPositive();
        mayEnd.countDown();
        await().until(() -> closed.get() == free + 1);
    }

    @Test
    void takesTriggersAgainAfterAJobThatBreaksWhileItIsMade() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("broken", replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(Code.INTERNAL_ERROR));
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void saysUnknown20ForAPictureThatFailedAndTakesTheNext() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        camera.act(() -> {
            throw new CameraException(CameraException.Kind.THIS_PICTURE, "cannot read a.png");
        });
        accepted(station);
        InspectionResult failed = ear.next();
        assertThat(failed.code()).contains(Code.CAMERA_FAILED);
        assertThat(failed.reason()).isEqualTo("cannot read a.png");
        accepted(station);
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void isFaultyWhileItsCameraIsAwayAndReadyWhenItIsBack() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        cameraIsThere.set(false);
        camera.act(() -> {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "cable pulled");
        });
        accepted(station);
        assertThat(ear.next().code()).contains(Code.CAMERA_FAILED);
        await().until(() -> station.status().state() == StationState.FAULT);
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_FAULT));
        cameraIsThere.set(true);
        await().until(() -> station.status().state() == StationState.READY);
        assertThat(camera.closed.get()).isEqualTo(1);
    }

    @Test
    void isFaultyWhenItsCameraGoesWhileNobodyWantsAPicture() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        cameraIsThere.set(false);
        camera.away = Optional.of("cable pulled");
        await().until(() -> station.status().state() == StationState.FAULT);
        assertThat(station.status().why()).contains("cable pulled");
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_FAULT));
        camera.away = Optional.empty();
        cameraIsThere.set(true);
        await().until(() -> station.status().state() == StationState.READY);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void tellsThatAResultIsNotSafeWhenTheKeeperIsTooSlow() throws InterruptedException {
        keeper.holdsBack = true;
        StationRunner station = startWithNearDeadline(ScriptedTool.measuring(15));
        long id = accepted(station);
        camera.deliver();
        assertThat(ear.unsafe.poll(5, TimeUnit.SECONDS)).isEqualTo(id);
    }

    @Test
    void refusesWith30WhileTheKeeperIsNotSafe() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        keeper.isSafe = false;
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STORAGE_FAILED));
    }

    @Test
    void changesItsJobOnlyWhenNothingRuns() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("strict", replies::add);
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_BUSY));
        assertThat(replies).isEmpty();
        camera.deliver();
        assertThat(ear.next().job()).isEqualTo("plate");
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
        assertThat(keeper.memories).last().extracting(StationMemory::job).isEqualTo("strict");
        accepted(station);
        camera.deliver();
        InspectionResult judged = ear.next();
        assertThat(judged.job()).isEqualTo("strict");
        assertThat(judged.verdict()).isEqualTo(Verdict.NG);
    }

    @Test
    void severalChangesOfTheJobWaitForEachOtherAndEachIsAnswered() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        shelf.third = Optional.of(ScriptedTool.job("third", ScriptedTool.measuring(15)));
        accepted(station);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("strict", replies::add);
        station.changeJob("nope", replies::add);
        station.changeJob("third", replies::add);
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_BUSY));
        assertThat(replies).isEmpty();
        camera.deliver();
        assertChanged(replies, "strict");
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(Code.NO_SUCH_JOB));
        assertChanged(replies, "third");
        accepted(station);
        camera.deliver();
        ear.next();
        assertThat(ear.next().job()).isEqualTo("third");
        assertThat(keeper.memories).last().extracting(StationMemory::job).isEqualTo("third");
    }

    private static void assertChanged(BlockingQueue<Reply> replies, String job) throws InterruptedException {
        assertThat(replies.poll(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Reply.JobChanged.class,
                        changed -> assertThat(changed.job()).isEqualTo(job));
    }

    @Test
    void refusesAChangeOfTheJobWhenTooManyWait() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        for (int i = 0; i < Station.MOST_JOB_CHANGES; i++) {
            station.changeJob("strict", replies::add);
        }
        assertThat(replies).isEmpty();
        station.changeJob("strict", replies::add);
        assertThat(replies).containsExactly(new Reply.Refused(Code.STATION_BUSY));
        camera.deliver();
        await().until(() -> replies.size() == Station.MOST_JOB_CHANGES + 1);
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void keepsItsJobWhenThereIsNoneOfThatName() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("nope", replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(Code.NO_SUCH_JOB));
        await().until(() -> station.status().state() == StationState.READY);
        assertThat(station.status().job()).isEqualTo("plate");
    }

    @Test
    void keepsItsJobWhenAToolOfAnotherIsNotSetUpInTimeAndFreesItWhenItIs() throws InterruptedException {
        setUp = new SetUp(Duration.ofMillis(100));
        StationRunner station = start(ScriptedTool.measuring(15));
        CountDownLatch comesBack = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(4);
        Job endless = endless(comesBack, freed);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.retouch(new Touch("v2", endless), replies::add);
        assertRefused(replies, Code.WRONG_ARGUMENT, "cannot be used: job: expected to be set up within 100 ms");
        shelf.third = Optional.of(endless);
        station.changeJob("endless", replies::add);
        assertRefused(replies, Code.NO_SUCH_JOB, "cannot be used: job: expected to be set up within 100 ms");
        assertThat(accepted(station)).isEqualTo(1);
        camera.deliver();
        assertThat(ear.next().job()).isEqualTo("plate");

        comesBack.countDown();

        assertThat(freed.await(5, TimeUnit.SECONDS)).isTrue();
        station.changeJob("strict", replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
    }

    private static Job endless(CountDownLatch comesBack, CountDownLatch freed) {
        InspectionTool tool = new InspectionTool() {
            @Override
            public Finding inspect(Scene scene) {
                throw new IllegalStateException("nobody should have it");
            }

            @Override
            public void close() {
                freed.countDown();
            }
        };
        return ScriptedTool.madeBy(() -> awaitWhateverComes(comesBack), "endless", tool);
    }

    private static void assertRefused(BlockingQueue<Reply> replies, Code code, String text)
            throws InterruptedException {
        Reply reply = replies.poll(5, TimeUnit.SECONDS);
        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.text()).contains(text);
        });
    }

    @Test
    void isFaultyWithoutAJobThatCanBeSetUpUntilOneIsActivated() throws InterruptedException {
        StationPlan plan = new StationPlan(1, FAR_MS, 2, true, 100, 60_000);
        StationRunner station = started(plan, FirstJob.none("plate", "v1", "job plate: expected a model", plan));
        assertThat(station.status().state()).isEqualTo(StationState.FAULT);
        assertThat(station.status().why()).isEqualTo("job plate: expected a model");
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_FAULT));
        station.remember();
        assertThat(keeper.memories).last().extracting(StationMemory::version).isEqualTo("v1");
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.retouch(new Touch("v2", ScriptedTool.measuring(15)), replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(Code.STATION_FAULT));

        station.changeJob("strict", replies::add);

        assertThat(replies.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
        accepted(station);
        camera.deliver();
        assertThat(ear.next().job()).isEqualTo("strict");
    }

    @Test
    void tellsByWhichOtherVersionItJudgesUntilAJobIsActivated() throws InterruptedException {
        StationPlan plan = new StationPlan(1, FAR_MS, 2, true, 100, 60_000);
        Job job = ScriptedTool.job("plate", ScriptedTool.measuring(15));
        StationRunner station = started(plan, FirstJob.of(job, plan).remarking("another version"));
        assertThat(station.status().state()).isEqualTo(StationState.READY);
        assertThat(station.status().why()).isEqualTo("another version");
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("strict", replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
        assertThat(station.status().why()).isEmpty();
    }

    @Test
    void goesOnWithARetouchedJobWhenNothingRuns() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        Touch touch = new Touch("v2", ScriptedTool.measuring(5));
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.retouch(touch, replies::add);
        assertThat(trigger(station)).isEqualTo(new Reply.Refused(Code.STATION_BUSY));
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Done());
        assertThat(touch.kept).hasValue(1);
        assertThat(((Reply.Accepted) trigger(station)).id()).isPositive();
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.NG);
        assertThat(station.activeJob().version()).isEqualTo("v2");
    }

    @Test
    void severalRetouchesWaitForEachOtherAndTheJobIsToldAfterThem() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        BlockingQueue<Job> told = new LinkedBlockingQueue<>();
        station.retouch(new Touch("v2", ScriptedTool.measuring(15)), replies::add);
        station.retouch(new Touch("v3", ScriptedTool.measuring(15)), replies::add);
        station.tellJob(told::add);
        assertThat(told.poll(5, TimeUnit.SECONDS).version()).isEqualTo("v3");
        assertThat(replies).containsExactly(new Reply.Done(), new Reply.Done());
    }

    @Test
    void aRetouchThatChangesNothingIsNotKept() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        Touch touch = new Touch("v1", ScriptedTool.measuring(5));
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.retouch(touch, replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Done());
        assertThat(touch.kept).hasValue(0);
    }

    @Test
    void goesOnAsBeforeWhenARetouchedJobIsNotKept() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        Touch touch = new Touch("v2", ScriptedTool.measuring(5));
        touch.full = true;
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.retouch(touch, replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS))
                .isEqualTo(new Reply.Refused(Code.STORAGE_FAILED, "storage failed: nothing was changed"));
        assertThat(station.activeJob().version()).isEqualTo("v1");
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void refusesARetouchWhileTheJobIsChangedAndTheOtherWayRound() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        BlockingQueue<Reply> changed = new LinkedBlockingQueue<>();
        station.changeJob("strict", changed::add);
        BlockingQueue<Reply> refused = new LinkedBlockingQueue<>();
        station.retouch(new Touch("v2", ScriptedTool.measuring(15)), refused::add);
        assertThat(refused).containsExactly(new Reply.Refused(Code.STATION_BUSY));
        camera.deliver();
        assertThat(changed.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
        accepted(station);
        station.retouch(new Touch("v2", ScriptedTool.measuring(15)), changed::add);
        station.changeJob("strict", refused::add);
        assertThat(refused).hasSize(2);
        camera.deliver();
        assertThat(changed.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Done());
    }

    @Test
    void makesARetouchAnewWhenSomebodyElseWasQuicker() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        Touch touch = new Touch("v2", ScriptedTool.measuring(15));
        touch.late = 2;
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.retouch(touch, replies::add);
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Done());
        assertThat(touch.kept).hasValue(3);
    }

    @Test
    void followsARetouchOfAnotherStationAfterTheChangeThatRuns() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("strict", replies::add);
        station.follow(new Touch("v2", ScriptedTool.measuring(15)));
        camera.deliver();
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
        await().until(() -> station.activeJob().version().equals("v2"));
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void followsARetouchOfAnotherStationAlsoWhenTheChangeThatWaitsFails() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("strict", replies::add);
        CompletableFuture<Void> followed = station.follow(new Touch("v2", ScriptedTool.measuring(15)));
        station.changeJob("nope", replies::add);
        camera.deliver();
        assertThat(followed).succeedsWithin(Duration.ofSeconds(5));
        assertChanged(replies, "strict");
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(Code.NO_SUCH_JOB));
        assertThat(station.activeJob().version()).isEqualTo("v2");
        await().until(() -> station.status().state() == StationState.READY);
    }

    @Test
    void isNotDisturbedByARetouchOfAJobThatItDoesNotRun() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        Touch touch = new Touch("v2", ScriptedTool.measuring(15));
        touch.only = "strict";
        assertThat(station.follow(touch))
                .as("followed, while a picture is taken")
                .isDone();
        camera.deliver();
        assertThat(ear.next().verdict()).isEqualTo(Verdict.OK);
        accepted(station);
        assertThat(station.activeJob().version()).isEqualTo("v1");

        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        station.changeJob("strict", replies::add);
        station.follow(touch);
        camera.deliver();
        assertThat(replies.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.JobChanged.class);
        await().until(() -> station.activeJob().version().equals("v2"));
    }

    @Test
    void judgesEverythingUnknown23WhenItIsStopped() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        accepted(station);
        station.abandonAll();
        assertThat(ear.next().code()).contains(Code.DEADLINE_PASSED);
        assertThat(station.awaitAnswered(5_000)).isTrue();
    }

    @Test
    void takesLivePicturesOnlyWhileItIsOffline() throws InterruptedException {
        StationRunner station = start(ScriptedTool.measuring(15));
        station.live(30);
        camera.deliver();
        station.goOffline();
        await().until(() -> ear.livePictures.get() == 1);
        station.goOnline();
        assertThat(camera.pictures.get()).isEqualTo(1);
    }

    private StationRunner start(InspectionTool tool) throws InterruptedException {
        return start(tool, FAR_MS, 2);
    }

    private StationRunner startWithNearDeadline(InspectionTool tool) throws InterruptedException {
        return start(tool, NEAR_MS, 2);
    }

    private StationRunner start(InspectionTool tool, int deadlineMs, int lanes) throws InterruptedException {
        StationPlan plan = new StationPlan(1, deadlineMs, lanes, true, 100, 60_000);
        StationRunner station = started(plan, FirstJob.of(ScriptedTool.job("plate", tool), plan));
        assertThat(station.status().state()).isEqualTo(StationState.READY);
        return station;
    }

    private StationRunner started(StationPlan plan, FirstJob job) throws InterruptedException {
        StationRunner station = new StationRunner(
                plan,
                new StationMemory(1, job.name(), job.version(), true, 0, 0, 0, 0, 0),
                job,
                shelf,
                setUp,
                new CameraOpener() {
                    @Override
                    public Camera open() throws CameraException {
                        return theCamera();
                    }

                    @Override
                    public Map<String, String> notes() {
                        return cameraNotes;
                    }
                },
                frames,
                keeper,
                deadlines,
                Clock.systemUTC(),
                ear);
        running = Optional.of(station);
        station.start();
        station.awaitSettled(5_000);
        return station;
    }

    private ScriptedCamera theCamera() throws CameraException {
        if (!cameraIsThere.get()) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "no camera");
        }
        return camera;
    }

    private static Reply trigger(StationRunner station) {
        return station.trigger(TriggerRequest.PLAIN, Origin.WIRE, System.nanoTime(), OffsetDateTime.now(), false);
    }

    private static long accepted(StationRunner station) {
        await().atMost(Duration.ofSeconds(5)).until(() -> station.status().state() == StationState.READY);
        return ((Reply.Accepted) trigger(station)).id();
    }

    private static void awaitTurn(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test forgot to go on");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Like a native call, it does not mind an interrupt. */
    private static void awaitWhateverComes(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignoredLikeANativeCallWould) {
                continue;
            }
        }
    }

    private static Job version(String version, Job job) {
        return new Job(job.name(), version, job.tools(), job.outputs(), job.files());
    }

    /** Another content of the active job. */
    private static final class Touch implements Retouch {
        private final Job content;
        private final AtomicInteger kept = new AtomicInteger();
        private boolean full;
        private int late;
        private String only = "";

        private Touch(String version, InspectionTool tool) {
            this(version, ScriptedTool.job("plate", tool));
        }

        private Touch(String version, Job content) {
            this.content = version(version, content);
        }

        @Override
        public boolean isFor(String job) {
            return only.isEmpty() || job.equals(only);
        }

        @Override
        public Job of(Job active) {
            return content;
        }

        @Override
        public boolean keep(Job retouched) throws IOException {
            if (full) {
                throw new IOException("no space left");
            }
            return kept.incrementAndGet() > late;
        }
    }

    private static final class TwoJobs implements JobShelf {
        private Optional<Job> third = Optional.empty();

        @Override
        public List<String> names() {
            return List.of("plate", "strict");
        }

        @Override
        public Job read(String name) throws NoSuchJob {
            if (name.equals("broken")) {
                throw new NoClassDefFoundError("a plugin's");
            }
            if (third.filter(job -> job.name().equals(name)).isPresent()) {
                return third.get();
            }
            if (!name.equals("strict")) {
                throw new NoSuchJob(name);
            }
            return ScriptedTool.job(name, ScriptedTool.measuring(5));
        }
    }

    private static final class Ear implements StationListener {
        private final BlockingQueue<InspectionResult> results = new LinkedBlockingQueue<>();
        private final BlockingQueue<Double> wholesMs = new LinkedBlockingQueue<>();
        private final BlockingQueue<Long> unsafe = new LinkedBlockingQueue<>();
        private final List<StationStatus> states = new CopyOnWriteArrayList<>();
        private final AtomicInteger livePictures = new AtomicInteger();

        private InspectionResult next() throws InterruptedException {
            InspectionResult result = results.poll(10, TimeUnit.SECONDS);
            assertThat(result).as("a result within 10 s").isNotNull();
            return result;
        }

        @Override
        public void finished(InspectionResult result, List<StageTime> stages, long readAtNanos) {
            wholesMs.add((System.nanoTime() - readAtNanos) / 1e6);
            results.add(result);
        }

        @Override
        public void unsafe(int station, long id) {
            unsafe.add(id);
        }

        @Override
        public void changed(StationStatus status) {
            states.add(status);
        }

        @Override
        public void pictureTaken(int station, long id, Frame frame) {
            if (id == 0) {
                livePictures.incrementAndGet();
            }
        }
    }
}
