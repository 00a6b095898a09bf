package org.shutterline.protocol.dialect.insight;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.format.ResultReader;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.line.LineFramer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/** The peer's side of a port that only tells results: it hears them, and can ask for nothing. */
final class InsightPushClient implements ClientConversation {
    private static final int LONGEST = 1 << 20;
    private static final Reply CANNOT_ASK = new Reply.Refused(Code.UNKNOWN_COMMAND, "insight-push only tells results");

    private final List<Integer> stations;
    private final ResultReader reader;
    private final Charset charset;
    private final LineFramer framer = new LineFramer(LONGEST);
    private long results;

    InsightPushClient(List<Integer> stations, ResultFormat format, Charset charset) {
        this.stations = stations;
        this.reader = new ResultReader(format);
        this.charset = charset;
    }

    @Override
    public List<ClientStep> opened(String name, int aliveMs) {
        return List.of();
    }

    @Override
    public List<ClientStep> ask(long ticket, Command command) {
        Reply reply = command instanceof Command.ListStations ? new Reply.Stations(stations) : CANNOT_ASK;
        return List.of(new ClientStep.Replied(ticket, reply, ""));
    }

    @Override
    public List<ClientStep> ping(long ticket) {
        return List.of(new ClientStep.Replied(ticket, CANNOT_ASK, ""));
    }

    @Override
    public List<ClientStep> received(ByteBuffer bytes) {
        framer.add(bytes, 0);
        List<ClientStep> steps = new ArrayList<>();
        for (Optional<Line> line = framer.next(); line.isPresent(); line = framer.next()) {
            String text = new String(line.get().bytes(), charset);
            reader.read(text, stations.get(0), results + 1).ifPresent(result -> {
                results++;
                steps.add(new ClientStep.Happened(new Event.Finished(result)));
            });
        }
        if (framer.isTooLong()) {
            steps.add(new ClientStep.Broken("a line without end"));
        }
        return steps;
    }
}
