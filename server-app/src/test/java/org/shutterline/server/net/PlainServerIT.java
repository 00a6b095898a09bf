package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.dialect.plain.PlainDialect;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.Options;

/** The plain dialect over real sockets, with a machine that answers as the test says. */
@Timeout(60)
final class PlainServerIT {
    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<Traffic> traffic = new CopyOnWriteArrayList<>();
    private final Stillness stillness = Stillness.watching();
    private TriggerServer server = open(Map.of());

    @AfterEach
    void close() {
        server.close();
        stillness.close();
    }

    @Test
    void answersFiftyTriggersAndSignsOfLifeOfOneSegmentInOrder() {
        try (RawPeer peer = peer()) {
            peer.send("T1\r\nPING\r\n".repeat(50));
            for (int id = 1; id <= 50; id++) {
                assertThat(peer.line()).startsWith("T1,OK," + id + ",");
                assertThat(peer.line()).isEqualTo("PING,OK");
            }
        }
    }

    @Test
    void answersAThousandTriggersOfOneSegmentInOrder() {
        try (RawPeer peer = peer()) {
            peer.send("T1\n".repeat(1000));
            for (int id = 1; id <= 1000; id++) {
                assertThat(peer.line()).startsWith("T1,OK," + id + ",");
            }
        }
    }

    @Test
    void readsOnWhenMoreWereAskedThanMayBeUnanswered() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T1\n".repeat(3000));
            await().until(() -> engine.asked.size() == 1024);
            engine.finishesAtOnce = true;
            for (int id = 1; id <= 1024; id++) {
                engine.finish(id);
            }
            for (int id = 1; id <= 3000; id++) {
                assertThat(peer.line()).startsWith("T1,OK," + id + ",");
            }
        }
    }

    /** What was held back comes behind all that was asked before, also when the first answers come while that is asked. */
    @Test
    void asksInOrderWhenMoreWereAskedThanMayBeUnanswered() {
        engine.answers = (asked, reply) -> reply.accept(new Reply.ParameterOf("1", Reply.ParameterOf.Kind.NUMBER));
        try (RawPeer peer = peer()) {
            peer.send(IntStream.range(0, 3000)
                    .mapToObj(n -> "GET1,a" + n % 7 + "\n")
                    .collect(Collectors.joining()));
            for (int n = 0; n < 3000; n++) {
                assertThat(peer.line()).startsWith("GET1,OK");
            }
            assertThat(engine.asked)
                    .extracting(asked -> ((Command.GetParameter) asked.command()).parameter())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 3000).mapToObj(n -> "a" + n % 7).toList());
        }
    }

    @Test
    void answersInOrderWhenInspectionsEndInAnother() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T1\nT2#b\nPING\n");
            await().until(() -> engine.asked.size() == 2);
            engine.finish(2);
            assertThat(peer.line()).startsWith("T2#b,OK,2,");
            engine.finish(1);
            assertThat(peer.line()).startsWith("T1,OK,1,");
            assertThat(peer.line()).isEqualTo("PING,OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0"})
    void answersWithTheEndThatTheRequestHad(String end) {
        try (RawPeer peer = peer()) {
            peer.send("PING,a" + end + "PING,b" + end + "BYE" + end);
            assertThat(peer.rest()).isEqualTo("PING,OK,a" + end + "PING,OK,b" + end + "BYE,OK" + end);
        }
    }

    @Test
    void answersALoneCarriageReturnInSpiteOfTheLineFeedThatMayFollow() {
        try (RawPeer peer = peer()) {
            assertThat(new String(peer.send("PING\r").bytes(8))).isEqualTo("PING,OK\r");
        }
    }

    @Test
    void takesSilenceForAnEndWhenSetTo() {
        server.close();
        server = open(Map.of("messageBySilenceMs", 30));
        try (RawPeer peer = peer()) {
            assertThat(peer.send("T1").line()).startsWith("T1,OK,1,");
            assertThat(peer.send("T1").line()).startsWith("T1,OK,2,");
        }
    }

    @Test
    void saysThatBytesWaitForAnEnd() {
        try (RawPeer peer = peer()) {
            peer.send("T1");
            await().untilAsserted(
                            () -> assertThat(texts(Traffic.Kind.NO_LINE_END)).containsExactly("T1"));
            assertThat(engine.asked).isEmpty();
        }
    }

    @Test
    void stillAnswersAPeerThatWillSendNoMore() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T1\nPING\nT1").shutdownOutput();
            await().until(() -> engine.asked.size() == 1);
            engine.finish(1);
            assertThat(peer.rest()).matches("T1,OK,1,[^\n]*\nPING,OK\n");
            assertThat(engine.asked).hasSize(1);
        }
    }

    @Test
    void servesOthersWhenAConnectionIsResetInMidInspection() {
        engine.finishesAtOnce = false;
        RawPeer lost = peer();
        lost.send("T1\n");
        await().until(() -> engine.asked.size() == 1);
        lost.reset();
        try (RawPeer peer = peer()) {
            assertThat(peer.send("PING\n").line()).isEqualTo("PING,OK");
            await().until(() -> server.peers().size() == 1);
            engine.finish(1);
            peer.send("T1\n");
            await().until(() -> engine.asked.size() == 2);
            engine.finish(2);
            assertThat(peer.line()).startsWith("T1,OK,2,");
        }
    }

    @Test
    void closesWhatIsHttpAndDoesNothingOfIt() {
        long before = System.nanoTime();
        try (RawPeer peer = peer()) {
            peer.send("GET / HTTP/1.1\r\nHost: x\r\nT1\r\n\r\n");
            assertThat(peer.rest()).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(engine.asked).isEmpty();
        await().untilAsserted(() -> assertThat(texts(Traffic.Kind.HTTP)).hasSize(1));
    }

    @Test
    void closesATlsHello() {
        try (RawPeer peer = peer()) {
            peer.send(new byte[] {0x16, 0x03, 0x01, 0x00, 0x05, 'T', '1', '\n', 'T', '1', '\n'});
            assertThat(peer.rest()).isEmpty();
        }
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void refusesALineThatIsTooLongAfterWhatIsOwedAndDrainsTheRest() {
        engine.finishesAtOnce = false;
        try (RawPeer peer = peer()) {
            peer.send("T1\n" + "x".repeat(5000));
            await().until(() -> engine.asked.size() == 1);
            peer.send("y".repeat(100_000));
            engine.finish(1);
            assertThat(peer.rest()).matches("T1,OK,1,[^\n]*\nER,,04,line too long\n");
        }
    }

    @Test
    void sendsExactlyTheBytesOfAPictureThatItsLineTells() {
        engine.pictureBytes = 1_310_720;
        try (RawPeer peer = peer()) {
            peer.send("IMAGE,1,raw\r\nPING\r\n");
            assertThat(peer.line()).isEqualTo("IMAGE,OK,1,mono8,1310720,1,1310720");
            assertThat(peer.bytes(1_310_720)).hasSize(1_310_720);
            assertThat(peer.line()).isEqualTo("PING,OK");
        }
        await().until(() -> engine.blobs.out() == 0);
    }

    @Test
    void answersEveryPictureInOrderWhenAnotherThreadFetchesThem() throws Exception {
        ExecutorService lookUp = Executors.newSingleThreadExecutor();
        engine.answers = (asked, reply) -> lookUp.execute(() -> {
            long id = ((Command.FetchPicture) asked.command()).id();
            reply.accept(new Reply.PictureOf(
                    id,
                    new Picture("mono8", engine.pictureBytes, 1, engine.blobs.lend(new byte[engine.pictureBytes]))));
        });
        StringBuilder requests = new StringBuilder();
        for (int id = 1; id <= 100; id++) {
            requests.append("IMAGE,").append(id).append(",raw\n");
        }
        try (RawPeer peer = peer()) {
            peer.send(requests.toString());
            for (int id = 1; id <= 100; id++) {
                assertThat(peer.line()).isEqualTo("IMAGE,OK," + id + ",mono8,1000,1,1000");
                peer.bytes(1_000);
            }
        } finally {
            lookUp.shutdown();
        }
        assertThat(engine.blobs.most()).isEqualTo(1);
    }

    @Test
    void givesPicturesBackWhenThePeerLeavesInTheMidstOfOne() {
        engine.pictureBytes = 20_000_000;
        RawPeer peer = new RawPeer(server.address(), 8192);
        peer.send("IMAGE,1,raw\r\n".repeat(10)).line();
        peer.reset();
        await().until(() -> server.peers().isEmpty());
        assertThat(engine.blobs.out()).isZero();
    }

    @Test
    void sendsTheNewestLivePictureToASlowPeerAndNoneAfterOff() {
        int bytes = 400_000;
        try (RawPeer peer = new RawPeer(server.address(), 8192)) {
            assertThat(peer.send("LIVE1,ON\n").line()).isEqualTo("LIVE1,OK");
            for (int number = 1; number <= 60; number++) {
                engine.showLive(number, bytes);
            }
            List<Integer> seen = new ArrayList<>();
            while (seen.isEmpty() || seen.get(seen.size() - 1) < 60) {
                String[] head = peer.line().split(",");
                seen.add(Integer.parseInt(head[3]));
                assertThat(peer.bytes(Integer.parseInt(head[5]))).hasSize(bytes);
            }
            assertThat(seen).isSorted().hasSizeLessThan(40);
            assertThat(peer.send("LIVE1,OFF\n").line()).isEqualTo("LIVE1,OK");
            engine.showLive(61, bytes);
            assertThat(peer.send("PING\n").line()).isEqualTo("PING,OK");
        }
        await().until(() -> engine.blobs.out() == 0);
    }

    @Test
    void tellsTheBytesOfATriggerTheNumberUnderWhichItWasTakenAndTheBytesOfItsAnswer() {
        try (RawPeer peer = peer()) {
            assertThat(peer.send("T1\r\n").line()).startsWith("T1,OK,1,");
        }
        List<Traffic> told = traffic.stream()
                .filter(passed -> passed.raw() != Raw.NONE || passed.kind() == Traffic.Kind.TAKEN)
                .toList();
        assertThat(told).extracting(Traffic::kind).startsWith(Traffic.Kind.IN, Traffic.Kind.TAKEN);
        assertThat(told.get(0).raw().bytes()).isEqualTo("T1\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(told.get(1).meaning()).contains(new Meaning.Taken(1));
        assertThat(told)
                .filteredOn(passed -> passed.meaning().orElse(null) instanceof Meaning.Judged)
                .singleElement()
                .satisfies(answer -> assertThat(new String(answer.raw().bytes(), StandardCharsets.US_ASCII))
                        .startsWith("T1,OK,1,")
                        .endsWith("\r\n"));
    }

    @Test
    void showsNoSecretInTraffic() {
        try (RawPeer peer = peer()) {
            peer.send("LOGIN,anna,open-sesame\r\n").line();
        }
        await().until(() -> server.peers().isEmpty());
        assertThat(texts(Traffic.Kind.IN)).hasSize(1);
        assertThat(traffic)
                .noneMatch(passed -> passed.text().contains("sesame")
                        || new String(passed.raw().bytes(), StandardCharsets.US_ASCII).contains("sesame"));
    }

    private TriggerServer open(Map<String, Object> options) {
        PlainDialect dialect = new PlainDialect();
        Options checked = Options.checked("test", options, dialect.settings());
        try {
            return TriggerServer.open(
                    new ListenerSettings("test", "127.0.0.1", 0, checked),
                    dialect,
                    new Surroundings(engine, traffic::add, stillness, new Bounds(Limits.USUAL)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RawPeer peer() {
        return new RawPeer(server.address());
    }

    private List<String> texts(Traffic.Kind kind) {
        return traffic.stream()
                .filter(passed -> passed.kind() == kind)
                .map(Traffic::text)
                .toList();
    }
}
