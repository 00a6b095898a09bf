package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.net.Newcomer.Login;

class NewcomerTest {
    private static final String PLC = "10.0.0.10";
    private static final String OTHER = "10.0.0.11";
    private static final String HERE = "127.0.0.1";

    @Test
    void takesTheOldestPlaceAmongEquals() {
        assertThat(replaced(OTHER, Login.NONE, known(2, PLC), known(1, PLC))).containsExactly(1L, 2L);
    }

    @Test
    void takesThePlaceOfWhoHasYetToLogInBeforeAnyOther() {
        assertThat(replaced(PLC, Login.NONE, known(1, PLC), stranger(3, OTHER), known(2, OTHER)))
                .containsExactly(3L, 1L, 2L);
    }

    @Test
    void takesThePlaceOfItsOwnConnectionBeforeThatOfAnOlderOne() {
        assertThat(replaced(PLC, Login.NONE, known(1, OTHER), known(2, PLC))).containsExactly(2L, 1L);
    }

    @Test
    void whoMustLogInTakesThePlaceOfStrangersOnly() {
        assertThat(replaced(PLC, Login.OF_A_USER, known(1, PLC), stranger(2, OTHER)))
                .containsExactly(2L);
    }

    @Test
    void whoMustProveALoginOfTheListenerTakesThePlaceOfStrangersAndOfItsOwnConnections() {
        assertThat(replaced(PLC, Login.OF_THE_LISTENER, known(1, OTHER), known(2, PLC), stranger(3, OTHER)))
                .containsExactly(3L, 2L);
        assertThat(replaced("fd00::1:2", Login.OF_THE_LISTENER, known(1, "fd00:0:0:1::1"), known(2, "fd00::1:1")))
                .containsExactly(2L);
        assertThat(replaced(PLC, Login.OF_THE_LISTENER, known(1, HERE))).isEmpty();
    }

    @Test
    void whoComesFromElsewhereTakesNoPlaceOnThisMachine() {
        assertThat(replaced(PLC, Login.NONE, stranger(1, HERE), known(2, HERE), known(3, OTHER)))
                .containsExactly(3L);
        assertThat(replaced(HERE, Login.NONE, known(1, OTHER), known(2, HERE))).containsExactly(2L, 1L);
    }

    private static List<Long> replaced(String from, Login login, Newcomer.Guest... there) {
        return new Newcomer(address(from), login)
                .mayReplace(List.of(there)).stream()
                        .map(guest -> guest.peer().id())
                        .toList();
    }

    private static Newcomer.Guest known(long id, String at) {
        return guest(id, at, false);
    }

    private static Newcomer.Guest stranger(long id, String at) {
        return guest(id, at, true);
    }

    private static Newcomer.Guest guest(long id, String at, boolean stranger) {
        InetSocketAddress address = new InetSocketAddress(address(at), 40_000);
        return new Newcomer.Guest(new Peer(id, "", address, "plain", Role.VIEW, 8500), stranger);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException never) {
            throw new IllegalArgumentException(never);
        }
    }
}
