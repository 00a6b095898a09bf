package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.spi.TalkLimits;

class DoorwayTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final InetAddress PLC = address(10);
    private static final InetAddress OTHER = address(11);

    private long now;
    private final Doorway doorway = new Doorway(
            new Limits(
                    5, 3, 1, 10, StrangerLimits.USUAL, TalkLimits.USUAL, Duration.ofSeconds(5), 1_000, 1_000, 1, 1, 1),
            () -> now);

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException never) {
            throw new IllegalArgumentException(never);
        }
    }

    @Test
    void oneAddressMayHaveSoMany() {
        for (int n = 0; n < 3; n++) {
            assertThat(doorway.full(PLC, List.of())).isEmpty();
            doorway.enter(PLC);
        }
        assertThat(doorway.full(PLC, List.of())).contains(Limit.CONNECTIONS_OF_ADDRESS);
        assertThat(doorway.full(OTHER, List.of())).isEmpty();
    }

    @Test
    void oneIsKeptForThisMachine() {
        doorway.enter(PLC);
        doorway.enter(PLC);
        doorway.enter(PLC);
        doorway.enter(OTHER);
        assertThat(doorway.full(OTHER, List.of())).contains(Limit.CONNECTIONS);
        assertThat(doorway.full(HERE, List.of())).isEmpty();
        doorway.enter(HERE);
        assertThat(doorway.full(HERE, List.of())).contains(Limit.CONNECTIONS);
    }

    @Test
    void thoseWhoLeaveForOneMoreAreCountedNoMore() {
        for (int n = 0; n < 3; n++) {
            doorway.enter(PLC);
        }
        assertThat(doorway.full(PLC, List.of(PLC))).isEmpty();
        assertThat(doorway.full(PLC, List.of(OTHER))).contains(Limit.CONNECTIONS_OF_ADDRESS);
        doorway.enter(OTHER);
        assertThat(doorway.full(OTHER, List.of())).contains(Limit.CONNECTIONS);
        assertThat(doorway.full(OTHER, List.of(PLC))).isEmpty();
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        Doorway.Place place = doorway.enter(PLC);
        doorway.enter(OTHER);
        place.giveBack();
        place.giveBack();
        assertThat(doorway.inside()).isEqualTo(1);
    }

    @Test
    void soManyMayConnectWithinASecond() {
        for (int n = 0; n < 10; n++) {
            assertThat(doorway.knock(PLC)).isEmpty();
        }
        assertThat(doorway.knock(PLC)).contains(Limit.CONNECTS_A_SECOND);
        assertThat(doorway.knock(OTHER)).isEmpty();
        now += 1_000_000_000;
        assertThat(doorway.knock(PLC)).isEmpty();
    }
}
