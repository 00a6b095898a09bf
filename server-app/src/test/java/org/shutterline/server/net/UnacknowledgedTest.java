package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UnacknowledgedTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    private final InetSocketAddress plc = new InetSocketAddress("127.74.0.2", 0xA000);

    @BeforeEach
    void tablesBelowAreOfSuchAMachine() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "skipped: addresses are written otherwise here");
    }

    private static Unacknowledged table(String line) {
        return Unacknowledged.of(List.of(HEAD, line));
    }

    @Test
    void bytesOnTheirWayAreCounted() {
        Unacknowledged known = table(
                "   1: 01004A7F:1D4D 02004A7F:A000 01 00000104:00000000 01:00000021 00000004     0        0 1 2 0 1 1 1 1");

        assertThat(known.bytes(0x1D4D, plc)).hasValue(0x104);
        assertThat(known.bytes(0x1D4E, plc)).isEmpty();
        assertThat(known.bytes(0x1D4D, new InetSocketAddress("127.74.0.2", 1))).isEmpty();
    }

    @Test
    void theSameIsSeenInTheTableOfTheNewerProtocol() {
        Unacknowledged known =
                table("   1: 0000000000000000FFFF000001004A7F:1D4D 0000000000000000FFFF000002004A7F:A000 01"
                        + " 00000004:00000000 01:00000021 00000005     0        0 1 2 0 1 1 1 1");

        assertThat(known.bytes(0x1D4D, plc)).hasValue(4);
    }

    /** Its system answers: it has no room. */
    @Test
    void bytesForWhichThePeerHasNoRoomAreNotOnTheirWay() {
        Unacknowledged known = table(
                "   1: 01004A7F:1D4D 02004A7F:A000 01 00000004:00000000 04:00000021 00000007     0        0 1 2 0 1 1 1 1");

        assertThat(known.bytes(0x1D4D, plc)).isEmpty();
    }
}
