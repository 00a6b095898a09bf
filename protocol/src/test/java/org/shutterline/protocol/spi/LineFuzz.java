package org.shutterline.protocol.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;

/**
 * Lines that begin as commands and leave them somewhere, on one connection whose stations reply whatever they may. Nothing
 * is thrown, and only whole lines are written.
 */
public final class LineFuzz {
    private static final int MOST_STEPS_A_LINE = 40;
    private static final String SPICE = ",/ .:;-+_#=\"{}0123456789azTMOKER\t\u0001\u007f\u0080\u00e4\u00ff";

    private final ServerConversation server;
    private final List<String> seeds;
    private final Random random;
    private final Deque<ServerStep.Ask> asked = new ArrayDeque<>();
    private final StringBuilder heard = new StringBuilder();
    private long nowNanos;
    private long ids;

    public LineFuzz(Dialect dialect, Map<String, Object> settings, long seed, String... seeds) {
        this.server = dialect.server(Options.checked("test", settings, dialect.settings()), Role.ADMIN);
        this.seeds = List.of(seeds);
        this.random = new Random(seed);
        take(server.opened(0));
    }

    /** What the peer says before, such as a login. */
    public LineFuzz after(String... lines) {
        List.of(lines).forEach(this::say);
        return this;
    }

    /**
     * Plays.
     *
     * @param lines how many
     * @param shape what the peer may hear after any of them, as a regular expression for one write or more
     */
    public LineFuzz play(int lines, String shape) {
        for (int i = 0; i < lines; i++) {
            String line = mutated();
            say(line);
            assertThat(heard.toString()).as(line).matches("(?s)(?:" + shape + ")*+");
        }
        return this;
    }

    /** The peer says this, and hears that after all it heard before. */
    public void stillAnswers(String line, String answer) {
        say(line);
        say(line);
        assertThat(heard.toString()).endsWith(answer);
    }

    private void say(String line) {
        heard.setLength(0);
        take(server.received(ByteBuffer.wrap((line + "\r").getBytes(StandardCharsets.ISO_8859_1)), nowNanos));
        for (int i = 0; i < MOST_STEPS_A_LINE && !asked.isEmpty(); i++) {
            ServerStep.Ask ask = asked.remove();
            Reply reply = reply(ask.command());
            take(server.replied(ask.ticket(), reply, nowNanos));
            if (reply instanceof Reply.Accepted accepted) {
                take(server.happened(
                        random.nextInt(9) == 0
                                ? new Event.Unsafe(1, accepted.id())
                                : new Event.Finished(result(accepted.id())),
                        nowNanos));
            }
        }
        for (OptionalLong at = server.wakeAt();
                at.isPresent() && at.getAsLong() - nowNanos < 1_000_000_000L;
                at = server.wakeAt()) {
            nowNanos = Math.max(nowNanos, at.getAsLong());
            take(server.woken(nowNanos));
        }
    }

    private void take(List<ServerStep> steps) {
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Ask ask && ask.command() instanceof Command.LogInHere login) {
                take(server.replied(ask.ticket(), login.verdict(), nowNanos));
            } else if (step instanceof ServerStep.Ask ask) {
                asked.add(ask);
            } else if (step instanceof ServerStep.Send send) {
                heard.append(new String(send.text(), StandardCharsets.ISO_8859_1));
            } else {
                assertThat(step).isNotInstanceOfAny(ServerStep.Close.class, ServerStep.CloseAtOnce.class);
            }
        }
    }

    private InspectionResult result(long id) {
        Verdict verdict = Verdict.values()[random.nextInt(3)];
        Value value = List.of(
                        new Value.Decimal(random.nextGaussian() * 1e6, random.nextInt(10)),
                        new Value.Text("a,b\r\nOK,\u0000\u2022"),
                        new Value.YesNo(random.nextBoolean()),
                        Value.missing())
                .get(random.nextInt(4));
        return Samples.result(id, verdict, Samples.measured("width", value, verdict));
    }

    private Reply reply(Command command) {
        if (random.nextInt(4) == 0) {
            return new Reply.Refused(Code.values()[random.nextInt(Code.values().length)]);
        }
        if (command instanceof Command.Trigger) {
            return random.nextInt(5) == 0 ? new Reply.Repeated(result(++ids)) : new Reply.Accepted(++ids, false);
        }
        if (command instanceof Command.LastResult || command instanceof Command.FindResult) {
            return new Reply.Found(result(Math.max(1, ids)));
        }
        if (command instanceof Command.AskJob) {
            return new Reply.JobOf(random.nextBoolean() ? "plate-A" : "a\r,b");
        }
        if (command instanceof Command.AskStatus) {
            return Samples.status(StationState.values()[random.nextInt(4)]);
        }
        if (command instanceof Command.GetParameter) {
            return random.nextBoolean()
                    ? new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER)
                    : new Reply.ParameterOf("x\r\ny", Reply.ParameterOf.Kind.TEXT);
        }
        return new Reply.Done();
    }

    private String mutated() {
        StringBuilder line = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        List<Integer> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            changes.add(random.nextInt(line.length() + 1));
        }
        for (int change : changes) {
            int at = Math.min(change, line.length());
            switch (random.nextInt(4)) {
                case 0 -> line.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 1 -> line.delete(at, Math.min(line.length(), at + 1 + random.nextInt(3)));
                case 2 -> line.insert(at, seeds.get(random.nextInt(seeds.size())));
                default -> {
                    if (at < line.length()) {
                        line.setCharAt(at, (char) (1 + random.nextInt(255)));
                    }
                }
            }
        }
        return line.toString().replaceAll("[\r\n]", "");
    }
}
