package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.dialect.plain.PlainDialect;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.TalkLimits;

/** The same bytes get the same answers, whether they come in one segment or byte by byte. */
@Timeout(60)
final class CuttingIT {
    private static final TalkLimits FEW_TAGGED = new TalkLimits(4_096, 30_000, 1_024, 4, 3);

    private final Stillness stillness = Stillness.watching();
    private final ExecutorService lookUp = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        lookUp.shutdown();
        stillness.close();
    }

    @Test
    void fourHundredTaggedQuestions() throws IOException {
        String lines = lines(400, "S1#%d\n");
        assertThat(whole(lines, TalkLimits.USUAL))
                .isEqualTo(byteByByte(lines, TalkLimits.USUAL))
                .hasLineCount(401)
                .doesNotContain(",06,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"T9#%d\n", "T3#%d\n", "S1#%d\n", "RESULT#%d,1\n", "T9#%d\nS1#a\nT9\n", "OFFLINE1#%d\nT3#a\n"})
    void moreTaggedRequestsThanMayBeInFlight(String pattern) throws IOException {
        String lines = lines(30, pattern);
        assertThat(whole(lines, FEW_TAGGED))
                .isEqualTo(byteByByte(lines, FEW_TAGGED))
                .doesNotContain(",06,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JOB1,b\nJOB1\n", "T9\nS1\nT1\n", "T1\nLAST1\nPING\nRESULT,1\n", "T3\nGET1,a.b\nOFFLINE1\nS1\n"})
    void questionsBehindDeeds(String pattern) throws IOException {
        String lines = pattern.repeat(20);
        assertThat(whole(lines, TalkLimits.USUAL)).isEqualTo(byteByByte(lines, TalkLimits.USUAL));
    }

    @Test
    void aQuestionTellsWhatTheDeedBeforeItDid() throws IOException {
        assertThat(whole("JOB1,b\nJOB1\n", TalkLimits.USUAL)).isEqualTo("JOB1,OK,b,10.4\nJOB1,OK,b\nBYE,OK\n");
    }

    private static String lines(int count, String pattern) {
        return IntStream.range(0, count)
                .mapToObj(number -> pattern.replace("%d", Integer.toString(number)))
                .collect(Collectors.joining());
    }

    private String whole(String lines, TalkLimits limits) throws IOException {
        return answers(limits, peer -> peer.send(lines + "BYE\n"));
    }

    private String byteByByte(String lines, TalkLimits limits) throws IOException {
        return answers(limits, peer -> {
            for (byte one : (lines + "BYE\n").getBytes(StandardCharsets.US_ASCII)) {
                peer.send(new byte[] {one});
            }
        });
    }

    private String answers(TalkLimits limits, Consumer<RawPeer> sending) throws IOException {
        ScriptedEngine engine = new ScriptedEngine();
        Station station = new Station();
        engine.answers = (asked, reply) -> station.answer(asked.command(), reply);
        PlainDialect dialect = new PlainDialect();
        try (TriggerServer server = TriggerServer.open(
                        new ListenerSettings(
                                "test", "127.0.0.1", 0, Options.checked("test", Map.of(), dialect.settings())),
                        dialect,
                        new Surroundings(station.before(engine), told -> {}, stillness, bounds(limits)));
                RawPeer peer = new RawPeer(server.address())) {
            sending.accept(peer);
            return peer.rest();
        }
    }

    private static Bounds bounds(TalkLimits talk) {
        Limits usual = Limits.USUAL;
        return new Bounds(new Limits(
                usual.connections(),
                usual.ofAddress(),
                usual.keptForLoopback(),
                usual.connectsASecond(),
                usual.strangers(),
                talk,
                Duration.ofSeconds(5),
                usual.outputBytes(),
                usual.outputTogetherBytes(),
                usual.picturesAtOnce(),
                usual.pictureBytesASecond(),
                usual.errorsAMinute()));
    }

    /** Answers states at once and looks all else up on another thread; the job changes there too. */
    private final class Station {
        private volatile String job = "a";

        /** Station 9 is none and station 3 is offline, which is said at once. */
        Engine before(ScriptedEngine engine) {
            return new Engine() {
                @Override
                public void ask(Asked what, Consumer<Reply> reply) {
                    if (what.command() instanceof Command.Trigger trigger && trigger.station() > 1) {
                        reply.accept(new Reply.Refused(
                                trigger.station() == 9 ? Code.NO_SUCH_STATION : Code.STATION_OFFLINE));
                    } else {
                        engine.ask(what, reply);
                    }
                }

                @Override
                public Registration listen(Peer peer, Consumer<Event> events) {
                    return engine.listen(peer, events);
                }
            };
        }

        void answer(Command command, Consumer<Reply> reply) {
            if (command instanceof Command.AskStatus || command instanceof Command.GoOffline) {
                reply.accept(new Reply.Refused(Code.STATION_FAULT));
            } else if (command instanceof Command.AskJob) {
                reply.accept(new Reply.JobOf(job));
            } else {
                lookUp.execute(() -> reply.accept(later(command)));
            }
        }

        private Reply later(Command command) {
            if (command instanceof Command.ChangeJob change) {
                pause();
                job = change.job();
                return new Reply.JobChanged(change.job(), 10.4);
            }
            return new Reply.Refused(Code.NO_SUCH_RESULT);
        }

        private void pause() {
            try {
                Thread.sleep(2);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
