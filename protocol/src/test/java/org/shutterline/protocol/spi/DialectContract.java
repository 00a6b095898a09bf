package org.shutterline.protocol.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;

/**
 * What every dialect must keep, whatever it looks like. A test class of a dialect implements this and so runs it.
 */
public interface DialectContract {
    /** So long a peer waits for all that it is to hear. */
    long PATIENCE_NANOS = 10_000_000_000L;

    Dialect dialect();

    /** Settings as a file would give them. */
    default Map<String, Object> settings() {
        return Map.of();
    }

    /**
     * What a peer sends that asks for many things, replies of which come in the order of the requests, with at most one
     * kind of line end.
     */
    byte[] longTalk();

    /** What a peer sends to trigger a station and to be told the judgement. */
    byte[] trigger();

    /** The same up to the end of the line that triggers, without that end. */
    default String unendedTrigger() {
        return new String(trigger(), StandardCharsets.ISO_8859_1).replaceAll("[\r\n\0]+$", "");
    }

    /** Whether a peer that got these bytes takes the part for good. */
    boolean saysGood(byte[] sent);

    /** What the stations say to a command in the long talk. */
    default Reply stationsSay(Command command) {
        return command instanceof Command.Trigger
                ? new Reply.Repeated(judged(7, Verdict.OK))
                : new Reply.Refused(Code.NO_SUCH_JOB);
    }

    @Test
    default void garbageIsRefusedAndNeverThrown() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 500; round++) {
            ServerConversation server = server();
            server.opened(0);
            byte[] garbage = new byte[random.nextInt(2_000)];
            for (int i = 0; i < garbage.length; i++) {
                int b = random.nextInt(160);
                garbage[i] = (byte) (b < 32 ? b : b + 96);
            }
            List<ServerStep> steps = loggedIn(server, server.received(ByteBuffer.wrap(garbage), 1));
            steps.addAll(server.woken(60_000_000_000L));
            steps.addAll(server.ended(60_000_000_001L));
            assertThat(steps).noneMatch(ServerStep.Ask.class::isInstance);
        }
    }

    @Test
    default void silenceEndsALineAsSoonAsPeopleSaySo() {
        Talk talk = Talk.with(server()).says(unendedTrigger()).passes(5_000);
        assertThat(talk.unanswered()).isEmpty();
        talk.endsBySilence(20);
        assertThat(talk.unanswered()).as("what waited already").isNotEmpty();
        assertThat(talk.otherSteps())
                .map(step -> step instanceof ServerStep.Remark remark ? remark.kind() : "")
                .contains(ServerStep.Remark.Kind.NO_LINE_END, ServerStep.Remark.Kind.LINE_READ);
    }

    @Test
    default void silenceEndsALineIfTheSettingsSaySo() {
        Map<String, Object> silent = new HashMap<>(settings());
        silent.put("messageBySilenceMs", 20);
        ServerConversation server =
                dialect().server(Options.checked("test", silent, dialect().settings()), Role.ADMIN);
        assertThat(Talk.with(server).says(unendedTrigger()).passes(19).unanswered())
                .isEmpty();
        assertThat(Talk.with(dialect()
                                .server(
                                        Options.checked(
                                                "test", silent, dialect().settings()),
                                        Role.ADMIN))
                        .says(unendedTrigger())
                        .passes(20)
                        .unanswered())
                .isNotEmpty();
    }

    @Test
    default void anyCuttingGivesTheSameSteps() {
        byte[] talk = longTalk();
        String whole = heard(talk, new int[0]);
        assertThat(whole).isNotEmpty();
        for (int at = 1; at < talk.length; at++) {
            assertThat(heard(talk, new int[] {at})).as("cut at %d", at).isEqualTo(whole);
        }
        int[] everywhere = new int[talk.length - 1];
        Arrays.setAll(everywhere, i -> i + 1);
        assertThat(heard(talk, everywhere)).as("byte by byte").isEqualTo(whole);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int[] cuts = random.ints(1 + random.nextInt(20), 1, talk.length)
                    .sorted()
                    .distinct()
                    .toArray();
            assertThat(heard(talk, cuts)).as(Arrays.toString(cuts)).isEqualTo(whole);
        }
    }

    @Test
    default void onlyOkIsEverSpelledAsGood() {
        assertThat(saysGood(answerTo(judged(7, Verdict.OK)))).isTrue();
        assertThat(saysGood(answerTo(judged(7, Verdict.NG)))).isFalse();
        assertThat(saysGood(answerTo(judged(7, Verdict.UNKNOWN)))).isFalse();
    }

    @Test
    default void anUnsafeResultIsNotSpelledAsGood() {
        ServerConversation server = server();
        server.opened(0);
        List<ServerStep> steps = loggedIn(server, server.received(ByteBuffer.wrap(trigger()), 1));
        steps.addAll(server.replied(ticket(steps), new Reply.Accepted(7, false), 2));
        steps.addAll(server.happened(new Event.Unsafe(1, 7), 3));
        tellLast(server, steps, judged(6, Verdict.OK));
        passTime(server, steps);
        assertThat(saysGood(sent(steps))).isFalse();
    }

    /** A dialect with logins of its own asks for those first. */
    private static List<ServerStep> loggedIn(ServerConversation server, List<ServerStep> steps) {
        List<ServerStep> left = new ArrayList<>();
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Ask ask && ask.command() instanceof Command.LogInHere login) {
                left.addAll(loggedIn(server, server.replied(ask.ticket(), login.verdict(), 1)));
            } else {
                left.add(step);
            }
        }
        return left;
    }

    private byte[] answerTo(InspectionResult result) {
        ServerConversation server = server();
        server.opened(0);
        List<ServerStep> steps = loggedIn(server, server.received(ByteBuffer.wrap(trigger()), 1));
        steps.addAll(server.replied(ticket(steps), new Reply.Accepted(result.id(), false), 2));
        steps.addAll(server.happened(new Event.Finished(result), 3));
        tellLast(server, steps, result);
        passTime(server, steps);
        return sent(steps);
    }

    /** A peer whose trigger tells no judgement asks for the last result. */
    private static void tellLast(ServerConversation server, List<ServerStep> steps, InspectionResult last) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof ServerStep.Ask ask && ask.command() instanceof Command.LastResult) {
                steps.addAll(server.replied(ask.ticket(), new Reply.Found(last), 4));
            }
        }
    }

    private static void passTime(ServerConversation server, List<ServerStep> steps) {
        for (OptionalLong at = server.wakeAt();
                at.isPresent() && at.getAsLong() <= PATIENCE_NANOS;
                at = server.wakeAt()) {
            steps.addAll(server.woken(at.getAsLong()));
        }
    }

    private static long ticket(List<ServerStep> steps) {
        return steps.stream()
                .filter(ServerStep.Ask.class::isInstance)
                .map(ServerStep.Ask.class::cast)
                .findFirst()
                .orElseThrow()
                .ticket();
    }

    private static byte[] sent(List<ServerStep> steps) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Send send) {
                sent.writeBytes(send.text());
            }
        }
        return sent.toByteArray();
    }

    /** All that the peer hears, and all that the stations are asked for, when the talk is cut at these places. */
    default String heard(byte[] talk, int... cuts) {
        ServerConversation server = server();
        StringBuilder asked = new StringBuilder();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        List<ServerStep> steps = new ArrayList<>(server.opened(0));
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : talk.length;
            steps.addAll(server.received(ByteBuffer.wrap(talk, from, to - from), 1));
            play(server, steps, asked, sent);
            from = to;
        }
        for (OptionalLong at = server.wakeAt();
                at.isPresent() && at.getAsLong() <= PATIENCE_NANOS;
                at = server.wakeAt()) {
            steps.addAll(server.woken(at.getAsLong()));
            play(server, steps, asked, sent);
        }
        return asked + "\n" + sent.toString(StandardCharsets.ISO_8859_1);
    }

    private void play(
            ServerConversation server, List<ServerStep> steps, StringBuilder asked, ByteArrayOutputStream sent) {
        while (!steps.isEmpty()) {
            ServerStep step = steps.remove(0);
            if (step instanceof ServerStep.Ask ask) {
                asked.append(ask.command()).append('\n');
                Reply reply =
                        ask.command() instanceof Command.LogInHere login ? login.verdict() : stationsSay(ask.command());
                steps.addAll(server.replied(ask.ticket(), reply, 1));
            } else if (step instanceof ServerStep.Send send) {
                sent.writeBytes(send.text());
            } else if (!(step instanceof ServerStep.Remark)) {
                asked.append(step).append('\n');
            }
        }
    }

    default ServerConversation server() {
        return dialect().server(Options.checked("test", settings(), dialect().settings()), Role.ADMIN);
    }

    /** A result without values. */
    static InspectionResult judged(long id, Verdict verdict) {
        boolean unknown = verdict == Verdict.UNKNOWN;
        return new InspectionResult(
                id,
                1,
                "plate-A",
                OffsetDateTime.parse("2026-11-23T14:03:22.417+01:00"),
                23.4,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                unknown ? Optional.of(Code.CAMERA_TIMEOUT) : Optional.empty(),
                unknown ? "camera OK, but too slow" : "",
                List.of(),
                PictureState.PENDING);
    }
}
