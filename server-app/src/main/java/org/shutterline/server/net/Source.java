package org.shutterline.server.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** From where somebody comes, where guesses and floods are counted: of IPv6 whoever has one address has all of its /64. */
final class Source {
    private static final int NETWORK_BYTES = 8;

    private Source() {}

    static String of(InetAddress address) {
        return address instanceof Inet6Address six && !six.isLoopbackAddress()
                ? HexFormat.ofDelimiter(":").formatHex(six.getAddress(), 0, NETWORK_BYTES) + "/64"
                : address.getHostAddress();
    }
}
