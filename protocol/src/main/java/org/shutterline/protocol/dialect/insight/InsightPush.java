package org.shutterline.protocol.dialect.insight;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Script;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** The station's side of a connection that is only told results: whatever the peer sends is dropped. */
final class InsightPush implements ServerConversation {
    private final ServerConversation lines;

    InsightPush(ServerConversation lines) {
        this.lines = lines;
    }

    /** Writes each result of these stations. */
    record Lines(Desk desk, List<Integer> stations, ResultFormat format) implements Script {
        @Override
        public void line(String line) {
            desk.next();
        }

        @Override
        public boolean followsResults() {
            return true;
        }

        @Override
        public void happened(Event event) {
            if (event instanceof Event.Finished finished
                    && stations.contains(finished.result().station())) {
                desk.say(format.line(finished.result()));
            }
        }
    }

    @Override
    public List<ServerStep> opened(long nowNanos) {
        return lines.opened(nowNanos);
    }

    @Override
    public List<ServerStep> received(ByteBuffer bytes, long nowNanos) {
        bytes.position(bytes.limit());
        return lines.woken(nowNanos);
    }

    @Override
    public List<ServerStep> ended(long nowNanos) {
        return lines.ended(nowNanos);
    }

    @Override
    public void closed() {
        lines.closed();
    }

    @Override
    public List<ServerStep> replied(long ticket, Reply reply, long nowNanos) {
        return lines.replied(ticket, reply, nowNanos);
    }

    @Override
    public boolean followsResults() {
        return lines.followsResults();
    }

    @Override
    public List<ServerStep> happened(Event event, long nowNanos) {
        return lines.happened(event, nowNanos);
    }

    @Override
    public List<ServerStep> woken(long nowNanos) {
        return lines.woken(nowNanos);
    }

    @Override
    public OptionalLong wakeAt() {
        return lines.wakeAt();
    }
}
