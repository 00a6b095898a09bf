package org.shutterline.client.language;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/**
 * Numbers and dates results as they come, and times those that were triggered here, over all connections: a device that counts at all begins anew after a while, or
 * with each connection, and an older result must never pass for the newest. Pictures are had of the newest alone, in the
 * form that they are asked for.
 */
final class InOrderOfArrival implements ClientConversation {
    private static final double NANOS_A_MS = 1e6;

    private final ClientConversation device;
    private final AtomicLong arrivals;
    private final Clock clock;
    private final Map<Long, Wanted> pictures = new HashMap<>();
    private final Map<Long, Instant> triggered = new HashMap<>();
    private Newest newest = new Newest(0, 0);

    /** A result under our number and theirs. */
    private record Newest(long number, long theirs) {}

    private record Wanted(long number, PictureFormat format) {}

    /** @param arrivals the number of the last result, shared with the connections before and after */
    InOrderOfArrival(ClientConversation device, AtomicLong arrivals, Clock clock) {
        this.device = device;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public List<ClientStep> opened(String name, int aliveMs) {
        return arrived(device.opened(name, aliveMs));
    }

    @Override
    public List<ClientStep> ping(long ticket) {
        return arrived(device.ping(ticket));
    }

    @Override
    public List<ClientStep> received(ByteBuffer bytes) {
        return arrived(device.received(bytes));
    }

    @Override
    public List<ClientStep> ask(long ticket, Command command) {
        if (command instanceof Command.Trigger) {
            triggered.put(ticket, clock.instant());
        }
        if (!(command instanceof Command.FetchPicture fetch)) {
            return arrived(device.ask(ticket, command));
        }
        if (fetch.id() != newest.number()) {
            return List.of(new ClientStep.Replied(ticket, new Reply.Refused(Code.PICTURE_NOT_KEPT), ""));
        }
        pictures.put(ticket, new Wanted(fetch.id(), fetch.format()));
        return arrived(device.ask(ticket, new Command.FetchPicture(newest.theirs(), fetch.format(), fetch.view())));
    }

    private List<ClientStep> arrived(List<ClientStep> steps) {
        List<ClientStep> arrived = new ArrayList<>();
        steps.forEach(step -> arrived.add(arrived(step)));
        return arrived;
    }

    private ClientStep arrived(ClientStep step) {
        if (step instanceof ClientStep.Replied replied) {
            return new ClientStep.Replied(replied.ticket(), arrived(replied), replied.line());
        }
        if (step instanceof ClientStep.Happened happened && happened.event() instanceof Event.Finished finished) {
            return new ClientStep.Happened(new Event.Finished(numbered(finished.result(), Optional.empty())));
        }
        return step;
    }

    private Reply arrived(ClientStep.Replied replied) {
        Wanted wanted = pictures.remove(replied.ticket());
        Optional<Instant> asked = Optional.ofNullable(triggered.remove(replied.ticket()));
        if (replied.reply() instanceof Reply.Found found) {
            return new Reply.Found(numbered(found.result(), asked));
        }
        if (wanted != null && replied.reply() instanceof Reply.PictureOf got) {
            return EncodedPicture.of(got.picture(), wanted.format())
                    .<Reply>map(picture -> new Reply.PictureOf(wanted.number(), picture))
                    .orElseGet(() -> new Reply.Refused(Code.PICTURE_NOT_KEPT, "the picture cannot be read"));
        }
        return replied.reply();
    }

    /** @param asked when it was triggered here, if it was; it took from then to now */
    private InspectionResult numbered(InspectionResult told, Optional<Instant> asked) {
        Instant now = clock.instant();
        Instant at = asked.orElse(now);
        double tookMs = Duration.between(at, now).toNanos() / NANOS_A_MS;
        newest = new Newest(arrivals.incrementAndGet(), told.id());
        return new InspectionResult(
                newest.number(),
                told.station(),
                told.job(),
                at.atZone(clock.getZone()).toOffsetDateTime(),
                asked.isPresent() ? tookMs : told.ms(),
                told.part(),
                told.once(),
                told.keys(),
                told.origin(),
                told.verdict(),
                told.code(),
                told.reason(),
                told.values(),
                told.picture());
    }
}
