package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;

@Timeout(60)
final class TriggerServerIT {
    private static final Options NO_OPTIONS = Options.checked("test", Map.of(), List.of());

    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<Traffic> traffic = new CopyOnWriteArrayList<>();
    private final Stillness stillness = Stillness.watching();
    private volatile long failingTraffic;
    private Duration writeTime = Duration.ofSeconds(5);
    private long pictureBytesASecond = Limits.USUAL.pictureBytesASecond();
    private Bounds bounds = new Bounds(Limits.USUAL);
    private TriggerServer server = open(64, Duration.ofSeconds(5));

    @AfterEach
    void close() {
        server.close();
        stillness.close();
    }

    @Test
    void answersALine() {
        try (RawPeer peer = peer()) {
            assertThat(peer.send("PING\n").line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void answersManyLinesOfOneSegmentInTheirOrder() {
        try (RawPeer peer = peer()) {
            peer.send("T\n".repeat(50));
            for (int id = 1; id <= 50; id++) {
                assertThat(peer.line()).isEqualTo("T,OK," + id);
            }
        }
    }

    @Test
    void carriesOutWhatAReplyBringsBeforeWhatFollowedTheQuestion() {
        try (RawPeer peer = peer()) {
            peer.send("ASK\n");
            assertThat(peer.line()).isEqualTo("ASK,OK");
            assertThat(peer.line()).isEqualTo("after");
        }
    }

    @Test
    void takesAReplyFromAnotherThreadLater() {
        List<java.util.function.Consumer<Reply>> replies = new CopyOnWriteArrayList<>();
        engine.answers = (asked, reply) -> replies.add(reply);
        try (RawPeer peer = peer()) {
            assertThat(peer.send("ASK\n").line()).isEqualTo("after");
            replies.get(0).accept(new Reply.Done());
            assertThat(peer.line()).isEqualTo("ASK,OK");
        }
    }

    @Test
    void answersWithAnInternalErrorWhenTheEngineFails() {
        engine.answers = (asked, reply) -> {
            throw new IllegalStateException("meant to be");
        };
        try (RawPeer peer = peer()) {
            assertThat(peer.send("ASK\n").line()).isEqualTo("ER,ASK,99");
            assertThat(peer.line()).isEqualTo("after");
        }
    }

    @Test
    void closesOnlyTheConnectionWhoseDialectFails() {
        try (RawPeer bad = peer();
                RawPeer good = peer()) {
            assertThat(bad.send("WHAT\n").rest()).isEmpty();
            assertThat(good.send("PING\n").line()).isEqualTo("PING,OK");
        }
        await().untilAsserted(() -> assertThat(texts(Traffic.Kind.CLOSED)).contains(ClosedBy.INTERNAL_ERROR.name()));
    }

    @Test
    void keepsATroubledConnectionFromTheThreadThatBringsAnEvent() {
        try (RawPeer bad = peer();
                RawPeer good = peer()) {
            bad.send("PING\n").line();
            good.send("PING\n").line();
            failingTraffic = 1;
            engine.finish(TalkativeConversation.TOLD_TO_ALL);
            engine.finish(TalkativeConversation.TOLD_TO_ALL);
            await().until(() -> server.peers().size() == 1);
            assertThat(texts(Traffic.Kind.CLOSED)).containsExactly(ClosedBy.INTERNAL_ERROR.name());
        }
    }

    @Test
    void wakesTheConversationWhenItWantsToBe() {
        try (RawPeer peer = peer()) {
            assertThat(peer.send("LATE\n").line()).isEqualTo("LATE,OK");
        }
    }

    @Test
    void readsNoMoreWhileTheConversationPauses() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T\nHOLD\n");
            await().until(() -> engine.asked.size() == 1);
            await().until(() -> server.peers().get(0).linesIn() == 2);
            peer.send("PING\n");
            engine.finish(1);
            assertThat(peer.line()).isEqualTo("T,OK,1");
            assertThat(peer.line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void stillAnswersAPeerThatWillSendNoMore() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T\n").shutdownOutput();
            await().until(() -> engine.asked.size() == 1);
            engine.finish(1);
            assertThat(peer.rest()).isEqualTo("T,OK,1\n");
        }
    }

    @Test
    void leavesTheInspectionOfAResetConnectionToTheEngine() {
        engine.finishesAtOnce = false;
        RawPeer peer = peer();
        peer.send("T\n");
        await().until(() -> engine.asked.size() == 1);
        peer.reset();
        await().until(() -> server.peers().isEmpty() && engine.listeners.isEmpty());
        engine.finish(1);
        assertThat(texts(Traffic.Kind.CLOSED)).containsExactly(ClosedBy.PEER.name());
    }

    @Test
    void sendsTheLastWordAndThenCloses() {
        try (RawPeer peer = peer()) {
            assertThat(peer.send("BYE\nPING\n").rest()).isEqualTo("BYE,OK\n");
        }
        await().until(() -> server.peers().isEmpty());
    }

    @Test
    void closesAtOnceWhenToldTo() {
        try (RawPeer peer = peer()) {
            assertThat(peer.send("GONE\n").rest()).isEmpty();
        }
    }

    @Test
    void sendsThePictureDirectlyAfterItsLineAndGivesItBack() {
        engine.pictureBytes = 3_000_001;
        try (RawPeer peer = peer()) {
            peer.send("IMAGE\nPING\n");
            assertThat(peer.line()).isEqualTo("IMAGE,3000001");
            assertThat(peer.bytes(3_000_001)).hasSize(3_000_001);
            assertThat(peer.line()).isEqualTo("PING,OK");
        }
        await().untilAsserted(() -> assertThat(engine.blobs.out()).isZero());
    }

    @Test
    void holdsOnePictureAtATimeHoweverManyAreAskedForInAdvance() {
        engine.pictureBytes = 2_000_000;
        try (RawPeer peer = peer()) {
            peer.send("IMAGE\n".repeat(20));
            for (int n = 0; n < 20; n++) {
                assertThat(peer.line()).isEqualTo("IMAGE,2000000");
                assertThat(peer.bytes(2_000_000)).hasSize(2_000_000);
            }
        }
        assertThat(engine.blobs.most()).isEqualTo(1);
    }

    @Test
    void sendsTheNewestLivePictureToAPeerThatIsSlow() {
        int bytes = 500_000;
        try (RawPeer peer = new RawPeer(server.address(), 8192)) {
            assertThat(peer.send("LIVE\n").line()).isEqualTo("LIVE,OK");
            for (int number = 1; number <= 100; number++) {
                engine.showLive(number, bytes);
            }
            List<Integer> seen = new ArrayList<>();
            while (seen.isEmpty() || seen.get(seen.size() - 1) < 100) {
                seen.add(Integer.parseInt(peer.line().split(",")[1]));
                assertThat(peer.bytes(bytes)).hasSize(bytes);
            }
            assertThat(seen).isSorted().hasSizeLessThan(50);
            assertThat(engine.blobs.most()).isLessThan(50);
            await().until(() -> engine.blobs.out() == 0);
        }
    }

    @Test
    void sendsNoLivePictureAfterItWasDropped() {
        try (RawPeer peer = new RawPeer(server.address(), 8192)) {
            assertThat(peer.send("LIVE\n").line()).isEqualTo("LIVE,OK");
            engine.showLive(1, 8_000_000);
            assertThat(peer.line()).as("begun").isEqualTo("!FRAME,1,8000000");
            for (int number = 2; number <= 10; number++) {
                engine.showLive(number, 8_000_000);
            }
            peer.send("OFF\n");
            await().until(() -> server.peers().get(0).linesIn() == 2);
            peer.bytes(8_000_000);
            assertThat(peer.line()).isEqualTo("OFF,OK");
            assertThat(peer.send("PING\n").line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void cutsAPeerThatTakesNothingWhileOthersAreServed() {
        server.close();
        server = open(64, Duration.ofMillis(300));
        try (RawPeer slow = new RawPeer(server.address(), 8192);
                RawPeer other = peer()) {
            slow.send("BIG,16000000\n");
            other.send("PING\n").line();
            await().until(() -> server.peers().size() == 2);
            while (server.peers().size() == 2) {
                assertThat(other.send("PING\n").line()).isEqualTo("PING,OK");
            }
            await().untilAsserted(() -> assertThat(texts(Traffic.Kind.CLOSED)).containsExactly(ClosedBy.STALL.name()));
            // what the system still held for it is given up, too
            assertThatThrownBy(() -> slow.bytes(16_000_000))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aPeerThatTakesAPictureInDripsKeepsNobodyFromTheirs() {
        server.close();
        pictureBytesASecond = 1_000_000_000;
        server = open(64, Duration.ofSeconds(1));
        engine.pictureBytes = 40_000_000;
        ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
        List<RawPeer> slow = new ArrayList<>();
        try (RawPeer other = peer()) {
            for (int n = 0; n < Limits.USUAL.picturesAtOnce(); n++) {
                slow.add(new RawPeer(server.address(), 65_536).send("IMAGE\n"));
            }
            await().until(() -> engine.blobs.out() == slow.size());
            engine.pictureBytes = 1_000;
            drips.scheduleWithFixedDelay(() -> slow.forEach(peer -> peer.bytes(48_000)), 0, 20, TimeUnit.MILLISECONDS);
            assertThat(other.send("IMAGE\n").line()).isEqualTo("IMAGE,1000");
            assertThat(bounds.hit().get(Limit.PICTURE_RATE)).isPositive();
        } finally {
            drips.shutdownNow();
            slow.forEach(RawPeer::close);
        }
    }

    @Test
    void readsNoMoreFromAPeerThatTakesNoAnswers() {
        try (RawPeer slow = new RawPeer(server.address(), 8192)) {
            slow.send("BIG,10000\n".repeat(2000));
            await().until(() -> server.peers().stream().anyMatch(status -> status.bytesWaiting() > 1_000_000));
            assertThat(server.peers().get(0).linesIn()).isLessThan(2000);
        }
        await().until(() -> server.peers().isEmpty());
    }

    @Test
    void givesUpAPeerForWhichTooMuchWaits() {
        try (RawPeer slow = new RawPeer(server.address(), 8192)) {
            slow.send("BIG,1000000\n".repeat(100));
            await().untilAsserted(
                            () -> assertThat(texts(Traffic.Kind.CLOSED)).containsExactly(ClosedBy.OVERFLOW.name()));
        }
    }

    @Test
    void closesAConnectionTooManyWithoutAByte() {
        server.close();
        server = open(2, Duration.ofSeconds(5));
        try (RawPeer first = peer();
                RawPeer second = peer()) {
            first.send("PING\n").line();
            second.send("PING\n").line();
            try (RawPeer third = peer()) {
                assertThat(third.rest()).isEmpty();
            }
            assertThat(first.send("PING\n").line()).isEqualTo("PING,OK");
        }
        await().until(() -> server.peers().isEmpty());
        try (RawPeer next = peer()) {
            assertThat(next.send("PING\n").line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void dropsTheOldestForOneTooManyWhereTheSettingsSaySo() {
        server.close();
        server = open(2, OneTooMany.DROP_OLDEST, Duration.ofSeconds(5));
        try (RawPeer first = peer();
                RawPeer second = peer()) {
            first.send("PING\n").line();
            second.send("PING\n").line();
            try (RawPeer third = peer()) {
                assertThat(third.send("PING\n").line()).isEqualTo("PING,OK");
                assertThat(first.rest()).isEmpty();
                assertThat(second.send("PING\n").line()).isEqualTo("PING,OK");
            }
        }
        assertThat(texts(Traffic.Kind.CLOSED)).contains(ClosedBy.NEWCOMER.name());
        assertThat(texts(Traffic.Kind.TURNED_AWAY)).isEmpty();
    }

    @Test
    void dropsNobodyForOneWhoFindsNoRoomForAllThat() throws IOException {
        server.close();
        Limits usual = Limits.USUAL;
        bounds = new Bounds(new Limits(
                4,
                4,
                usual.keptForLoopback(),
                usual.connectsASecond(),
                usual.strangers(),
                usual.talk(),
                writeTime,
                usual.outputBytes(),
                usual.outputTogetherBytes(),
                usual.picturesAtOnce(),
                pictureBytesASecond,
                usual.errorsAMinute()));
        Surroundings shared = new Surroundings(engine, this::passed, stillness, bounds);
        server = TriggerServer.open(settings(2, OneTooMany.DROP_OLDEST), new TalkativeDialect(), shared);
        bounds.doorway().enter(server.address().getAddress());
        bounds.doorway().enter(server.address().getAddress());
        try (RawPeer first = peer();
                RawPeer second = peer()) {
            first.send("PING\n").line();
            second.send("PING\n").line();
            bounds.doorway().enter(server.address().getAddress());
            try (RawPeer third = peer()) {
                assertThat(third.rest()).isEmpty();
                assertThat(first.send("PING\n").line()).isEqualTo("PING,OK");
                assertThat(second.send("PING\n").line()).isEqualTo("PING,OK");
            }
        }
    }

    @Test
    void leavesATriggerOfADroppedConnectionToTheEngine() {
        server.close();
        engine.finishesAtOnce = false;
        server = open(1, OneTooMany.DROP_OLDEST, Duration.ofSeconds(5));
        try (RawPeer first = peer()) {
            first.send("T\n");
            await().until(() -> engine.asked.size() == 1);
            try (RawPeer second = peer()) {
                assertThat(second.send("PING\n").line()).isEqualTo("PING,OK");
                assertThat(first.rest()).isEmpty();
                engine.finish(1);
                assertThat(second.send("PING\n").line()).isEqualTo("PING,OK");
            }
        }
    }

    @Test
    void keepsToItsLimitHoweverFastTheyConnect() {
        server.close();
        server = open(2, OneTooMany.DROP_OLDEST, Duration.ofSeconds(5));
        List<RawPeer> peers = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            peers.add(peer());
            assertThat(server.peers()).hasSizeLessThanOrEqualTo(4);
        }
        await().until(() -> server.peers().size() <= 2);
        try (RawPeer last = peer()) {
            assertThat(last.send("PING\n").line()).isEqualTo("PING,OK");
        }
        peers.forEach(RawPeer::close);
    }

    @Test
    void hasOtherSettingsWithoutAMomentAtWhichNobodyListens() {
        try (RawPeer before = peer()) {
            before.send("PING\n").line();
            server.change(settings(1, OneTooMany.REFUSE_NEW), new TalkativeDialect(), Duration.ofMillis(100));
            assertThat(before.rest()).isEmpty();
            assertThat(server.peers()).isEmpty();
            try (RawPeer one = peer()) {
                assertThat(one.send("PING\n").line()).isEqualTo("PING,OK");
                try (RawPeer other = peer()) {
                    assertThat(other.rest()).isEmpty();
                }
            }
        }
    }

    @Test
    void answersWhatIsOwedBeforeItHasOtherSettings() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T\n");
            await().until(() -> engine.asked.size() == 1);
            Thread changing = new Thread(() ->
                    server.change(settings(64, OneTooMany.REFUSE_NEW), new TalkativeDialect(), Duration.ofSeconds(5)));
            changing.start();
            await().until(() -> server.peers().isEmpty());
            engine.finish(1);
            assertThat(peer.rest()).isEqualTo("T,OK,1\n");
            await().until(() -> !changing.isAlive());
        }
    }

    @Test
    void acceptsTheNextWhenAConnectionCouldNotBeBegun() throws IOException {
        server.close();
        TalkativeDialect dialect = new TalkativeDialect();
        dialect.failures.set(1);
        server = TriggerServer.open(new ListenerSettings("test", "127.0.0.1", 0, NO_OPTIONS), dialect, surroundings());
        try (RawPeer unlucky = peer();
                RawPeer next = peer()) {
            assertThat(unlucky.rest()).isEmpty();
            assertThat(next.send("PING\n").line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void tellsTheEngineThatALineWaitedWhileTheProcessStoodStill() throws IOException {
        server.close();
        Stillness frozen =
                new Stillness(() -> System.nanoTime() - Duration.ofSeconds(3).toNanos());
        server = TriggerServer.open(
                new ListenerSettings("test", "127.0.0.1", 0, NO_OPTIONS),
                new TalkativeDialect(),
                new Surroundings(engine, traffic::add, frozen, new Bounds(Limits.USUAL)));
        try (RawPeer peer = peer()) {
            assertThat(peer.send("T\n").line()).isEqualTo("ER,T,11");
        }
        assertThat(engine.asked).allMatch(Asked::stale);
    }

    @Test
    void givesTheEngineThePeerAndTheTimeOfReading() {
        long before = System.nanoTime();
        try (RawPeer peer = peer()) {
            peer.send("NAME,press\nT\n").line();
        }
        Asked asked = engine.asked.get(0);
        assertThat(asked.peer().name()).isEqualTo("press");
        assertThat(asked.peer().dialect()).isEqualTo("talkative");
        assertThat(asked.peer().address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(asked.readAtNanos() - before).isBetween(0L, System.nanoTime() - before);
        assertThat(asked.stale()).isFalse();
    }

    @Test
    void refusesToListenBeyondLoopback() {
        ListenerSettings wide = new ListenerSettings("settings.yaml, listeners[0]", "0.0.0.0", 0, NO_OPTIONS);
        assertThatThrownBy(() -> TriggerServer.open(wide, new TalkativeDialect(), surroundings()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("settings.yaml, listeners[0].address")
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("TLS");
    }

    @Test
    void anAddressThatNobodyKnowsIsAWrongSetting() {
        ListenerSettings lost = new ListenerSettings("settings.yaml.listeners[0]", "no-such.invalid", 0, NO_OPTIONS);
        assertThatThrownBy(() -> TriggerServer.open(lost, new TalkativeDialect(), surroundings()))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("settings.yaml.listeners[0].address: expected a loopback address")
                .hasMessageContaining("no-such.invalid");
    }

    @Test
    void saysWhichAddressIsTaken() {
        int port = server.address().getPort();
        ListenerSettings same = new ListenerSettings("settings.yaml, listeners[0]", "127.0.0.1", port, NO_OPTIONS);
        assertThatThrownBy(() -> TriggerServer.open(same, new TalkativeDialect(), surroundings()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(" 127.0.0.1:" + port + ": ");
    }

    @Test
    void sendsWhatIsOwedBeforeItStops() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T\n");
            await().until(() -> engine.asked.size() == 1);
            Thread stopping = new Thread(() -> server.close(Duration.ofSeconds(5)));
            stopping.start();
            await().until(() -> !accepts());
            engine.finish(1);
            assertThat(peer.rest()).isEqualTo("T,OK,1\n");
            await().until(() -> !stopping.isAlive());
        }
    }

    @Test
    void stopsInTimeWhenSomethingIsNeverAnswered() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T\n");
            await().until(() -> engine.asked.size() == 1);
            server.close(Duration.ofMillis(100));
            assertThat(peer.rest()).isEmpty();
            assertThat(server.peers()).isEmpty();
        }
    }

    @Test
    void tellsWhatPassedWithEveryCharacterVisible() {
        try (RawPeer peer = peer()) {
            peer.send("NAME,press\u001b7\nPING\n").line();
            assertThat(server.peers().get(0).peer().name()).isEqualTo("press\u001b7");
            assertThat(server.peers().get(0).lastLine()).isEqualTo("PING");
            assertThat(server.peers().get(0).lastAnswerMs()).isPresent();
        }
        await().until(() -> server.peers().isEmpty());
        assertThat(texts(Traffic.Kind.IN)).containsExactly("NAME,press\\x1b7", "PING");
        assertThat(texts(Traffic.Kind.OUT)).containsExactly("PING,OK\\n");
        assertThat(texts(Traffic.Kind.NAMED)).containsExactly("press\\x1b7");
        assertThat(traffic.get(0).kind()).isEqualTo(Traffic.Kind.OPENED);
    }

    @Test
    void leavesNoThreadAndNoPeerBehindAfterManyConnections() {
        long before = netThreads();
        for (int n = 0; n < 200; n++) {
            try (RawPeer peer = peer()) {
                assertThat(peer.send("PING\n").line()).isEqualTo("PING,OK");
            }
        }
        await().untilAsserted(() -> {
            assertThat(netThreads()).isEqualTo(before);
            assertThat(server.peers()).isEmpty();
            assertThat(engine.listeners).isEmpty();
        });
    }

    @Test
    void dropsEventsOfAPeerThatHasGone() {
        RawPeer peer = peer();
        peer.send("PING\n").line();
        java.util.function.Consumer<Event> events =
                engine.listeners.values().iterator().next();
        peer.close();
        await().until(() -> server.peers().isEmpty());
        engine.listeners.put(99L, events);
        engine.showLive(1, 100);
        assertThat(engine.blobs.out()).isZero();
    }

    private TriggerServer open(int maxConnections, Duration stallLimit) {
        return open(maxConnections, OneTooMany.REFUSE_NEW, stallLimit);
    }

    private TriggerServer open(int maxConnections, OneTooMany oneTooMany, Duration stallLimit) {
        try {
            writeTime = stallLimit;
            return TriggerServer.open(settings(maxConnections, oneTooMany), new TalkativeDialect(), surroundings());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static ListenerSettings settings(int maxConnections, OneTooMany oneTooMany) {
        return new ListenerSettings(
                "test", "127.0.0.1", 0, NO_OPTIONS, Entrance.here(Role.OPERATE), maxConnections, oneTooMany);
    }

    private Surroundings surroundings() {
        Limits usual = Limits.USUAL;
        Limits limits = new Limits(
                usual.connections(),
                usual.ofAddress(),
                usual.keptForLoopback(),
                usual.connectsASecond(),
                usual.strangers(),
                usual.talk(),
                writeTime,
                usual.outputBytes(),
                usual.outputTogetherBytes(),
                usual.picturesAtOnce(),
                pictureBytesASecond,
                usual.errorsAMinute());
        bounds = new Bounds(limits);
        return new Surroundings(engine, this::passed, stillness, bounds);
    }

    private void passed(Traffic passed) {
        if (passed.kind() == Traffic.Kind.OUT && passed.peer().id() == failingTraffic) {
            throw new IllegalStateException("meant to be");
        }
        traffic.add(passed);
    }

    private RawPeer peer() {
        return new RawPeer(server.address());
    }

    private boolean accepts() {
        try {
            peer().close();
            return true;
        } catch (java.io.UncheckedIOException refused) {
            return false;
        }
    }

    private List<String> texts(Traffic.Kind kind) {
        return traffic.stream()
                .filter(passed -> passed.kind() == kind)
                .map(Traffic::text)
                .toList();
    }

    private static long netThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("net-"))
                .count();
    }
}
