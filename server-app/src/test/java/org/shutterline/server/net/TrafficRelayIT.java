package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Role;

final class TrafficRelayIT {
    private final Peer peer =
            new Peer(1, "", new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000), "plain", Role.VIEW, 7501);

    @Test
    void tellsAllInOrder() {
        List<String> told = new CopyOnWriteArrayList<>();
        try (TrafficRelay relay = new TrafficRelay(traffic -> told.add(traffic.text()))) {
            for (int n = 0; n < 100; n++) {
                relay.passed(Traffic.said(peer, Traffic.Kind.IN, "T" + n));
            }
            await().until(() -> told.size() == 100);
            assertThat(told.get(0)).isEqualTo("T0");
            assertThat(told.get(99)).isEqualTo("T99");
        }
    }

    @Test
    void dropsAndCountsRatherThanWaitForASlowListener() {
        CountDownLatch goOn = new CountDownLatch(1);
        try (TrafficRelay relay = new TrafficRelay(traffic -> awaitQuietly(goOn))) {
            for (int n = 0; n < 100_000; n++) {
                relay.passed(Traffic.said(peer, Traffic.Kind.IN, "T"));
            }
            assertThat(relay.dropped()).isBetween(90_000L, 100_000L);
            goOn.countDown();
        }
    }

    @Test
    void tellsOnWhenTheListenerFails() {
        List<String> told = new CopyOnWriteArrayList<>();
        try (TrafficRelay relay = new TrafficRelay(traffic -> {
            told.add(traffic.text());
            throw new IllegalStateException("meant to be");
        })) {
            relay.passed(Traffic.said(peer, Traffic.Kind.IN, "a"));
            relay.passed(Traffic.said(peer, Traffic.Kind.IN, "b"));
            await().untilAsserted(() -> assertThat(told).containsExactly("a", "b"));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
