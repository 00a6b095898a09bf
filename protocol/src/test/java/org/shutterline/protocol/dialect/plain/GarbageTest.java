package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** The way of a trigger through the conversation leaves little to collect. */
class GarbageTest {
    @Test
    void aTriggerCostsAtMost4Kb() {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
                "this machine does not count allocated bytes");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ServerConversation server = Parts.server(Map.of());
        server.opened(0);
        trigger(server, 1, 2_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        int count = 2_000;
        trigger(server, 10_000, count);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / count;
        assertThat(each).isLessThan(4_096);
    }

    private static void trigger(ServerConversation server, long firstId, int count) {
        ByteBuffer line = ByteBuffer.wrap("T1,part=SN-000123\r\n".getBytes(StandardCharsets.ISO_8859_1));
        InspectionResult result = Parts.ok(1, 1, 23.4, Parts.number(5.02), Parts.number(12.03), Parts.text("ABC123"));
        Event finished = new Event.Finished(result);
        Reply accepted = new Reply.Accepted(1, false);
        for (int i = 0; i < count; i++) {
            line.rewind();
            for (ServerStep step : server.received(line, firstId + i)) {
                if (step instanceof ServerStep.Ask ask) {
                    server.replied(ask.ticket(), accepted, firstId + i);
                }
            }
            server.happened(finished, firstId + i);
        }
    }
}
