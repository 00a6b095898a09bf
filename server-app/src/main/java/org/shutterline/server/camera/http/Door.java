package org.shutterline.server.camera.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.NetAddress;

/** Looks whether anything listens at an address, within a time limit of its own. */
final class Door {
    private final NetAddress address;
    private final InetSocketAddress place;

    /** Looks its name up, which may take a while. */
    Door(NetAddress address) {
        this.address = address;
        this.place = place(address.uri());
    }

    /** @throws CameraException if it cannot be connected to */
    void knock(int mostMs) throws CameraException, InterruptedException {
        if (place.isUnresolved()) {
            throw new CameraException(Kind.CAMERA_AWAY, "no such name on this network: " + place.getHostString());
        }
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            boolean open = channel.connect(place);
            channel.register(selector, SelectionKey.OP_CONNECT);
            if (!open && selector.select(mostMs) == 0) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("given up while connecting");
                }
                throw new CameraException(
                        Kind.CAMERA_AWAY, "nothing answers at " + address + " within " + mostMs + " ms");
            }
            channel.finishConnect();
        } catch (IOException refused) {
            throw new CameraException(
                    Kind.CAMERA_AWAY, "cannot connect to " + address + ": " + refused.getMessage(), refused);
        }
    }

    private static InetSocketAddress place(URI uri) {
        int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
    }
}
