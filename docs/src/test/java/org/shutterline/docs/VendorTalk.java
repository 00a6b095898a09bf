package org.shutterline.docs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** One command said to a dialect whose stations do whatever they are asked. */
final class VendorTalk {
    private static final Map<String, Map<String, Object>> NEEDED = Map.of(
            "keyence-xg", Map.of("stations", List.of(1, 2, 3, 4)),
            "insight", Map.of("logins", List.of(Map.of("name", "admin", "password", "secret"))));
    private static final int MOST_ASKED = 12;
    private static final long LONG_NANOS = 1_000_000_000L;

    private final String dialect;
    private final ServerConversation conversation;

    private VendorTalk(String dialect, ServerConversation conversation) {
        this.dialect = dialect;
        this.conversation = conversation;
    }

    static VendorTalk with(String id, Map<String, Object> maps) {
        Dialect dialect = Catalog.installed("dialect", Dialect.class).find(id, "test");
        Map<String, Object> settings = new HashMap<>(maps);
        settings.putAll(NEEDED.getOrDefault(id, Map.of()));
        return new VendorTalk(id, dialect.server(Options.checked("test", settings, dialect.settings()), Role.ADMIN));
    }

    /** Whether the answer is an error of the dialect. */
    boolean refuses(String command) {
        conversation.opened(0);
        if (dialect.equals("insight")) {
            for (ServerStep step : conversation.received(bytes("admin\r\nsecret\r\n"), 0)) {
                if (step instanceof ServerStep.Ask ask && ask.command() instanceof Command.LogInHere login) {
                    conversation.replied(ask.ticket(), login.verdict(), 0);
                }
            }
            awaited();
        }
        List<ServerStep> steps = new ArrayList<>(conversation.received(bytes(command + "\r\n"), LONG_NANOS));
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof ServerStep.Ask ask && i < MOST_ASKED) {
                steps.addAll(conversation.replied(ask.ticket(), done(ask.command(), command), LONG_NANOS));
            } else if (steps.get(i) instanceof ServerStep.Send send) {
                heard.append(new String(send.text(), StandardCharsets.ISO_8859_1));
            }
            if (i == steps.size() - 1) {
                steps.addAll(awaited());
            }
        }
        String error = dialect.equals("insight") ? "(?s)(0|-\\d)\r\n" : "(?s)ER(,.*)?\r";
        if (heard.isEmpty()) {
            throw new IllegalStateException(command + " is not answered");
        }
        return heard.toString().matches(error);
    }

    /** What comes without being asked for when time passes. */
    private List<ServerStep> awaited() {
        List<ServerStep> steps = new ArrayList<>();
        for (OptionalLong at = conversation.wakeAt();
                at.isPresent() && at.getAsLong() < 2 * LONG_NANOS;
                at = conversation.wakeAt()) {
            steps.addAll(conversation.woken(at.getAsLong()));
        }
        return steps;
    }

    private static Reply done(Command command, String said) {
        if (command instanceof Command.Trigger) {
            return new Reply.Repeated(result());
        }
        if (command instanceof Command.LastResult) {
            return new Reply.Found(result());
        }
        if (command instanceof Command.FetchPicture fetch) {
            return new Reply.PictureOf(fetch.id(), new Picture("mono8", 4, 4, Blob.of(new byte[16])));
        }
        if (command instanceof Command.AskJob) {
            return new Reply.JobOf("plate");
        }
        if (command instanceof Command.ChangeJob change) {
            return new Reply.JobChanged(change.job(), 1);
        }
        if (command instanceof Command.GetParameter) {
            return new Reply.ParameterOf("20", Reply.ParameterOf.Kind.NUMBER);
        }
        if (command instanceof Command.AskStatus) {
            // a file is loaded while the sensor is offline
            StationState state = said.startsWith("LF") ? StationState.OFFLINE : StationState.READY;
            return new Reply.Status(new StationStatus(1, state, "plate", 7, 1, 1, 0, 0, ""));
        }
        return new Reply.Done();
    }

    private static InspectionResult result() {
        Measurement light = new Measurement(
                "light",
                new Value.Decimal(120.5, 1),
                "grey",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Verdict.OK,
                "");
        return new InspectionResult(
                7,
                1,
                "plate",
                OffsetDateTime.parse("2026-11-26T08:00:00Z"),
                12,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                Verdict.OK,
                Optional.empty(),
                "",
                List.of(light),
                PictureState.STORED);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
