package org.shutterline.docs.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Many peers of one port that do the same: nothing, or one byte now and then. */
public final class Crowd extends Fault {
    private static final int CONNECT_MS = 5_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fault-drip");
        thread.setDaemon(true);
        return thread;
    });

    private long heardBytes;

    private Crowd() {}

    /** So many that connect and then say nothing. */
    public static Crowd idle(int port, int peers, Duration most) throws IOException {
        Crowd crowd = new Crowd();
        try {
            for (int n = 0; n < peers; n++) {
                Socket socket = new Socket();
                crowd.sockets.add(socket);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            }
        } catch (IOException failed) {
            crowd.close();
            throw failed;
        }
        crowd.undoWithin(most);
        return crowd;
    }

    /** So many that send one byte of a line that never ends, again and again. */
    public static Crowd dripping(int port, int peers, Duration every, Duration most) throws IOException {
        Crowd crowd = idle(port, peers, most);
        crowd.drip.scheduleAtFixedRate(crowd::oneByte, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return crowd;
    }

    /** So many that send these bytes and never read. */
    public static Crowd deaf(int port, int peers, byte[] said, Duration most) throws IOException {
        Crowd crowd = idle(port, peers, most);
        for (Socket socket : crowd.sockets) {
            socket.getOutputStream().write(said);
        }
        return crowd;
    }

    private void oneByte() {
        for (Socket socket : sockets) {
            try {
                socket.getOutputStream().write('T');
            } catch (IOException cut) {
                // it was cut, as it should be
            }
        }
    }

    /** How many of them the server has closed by now. Reads what each was sent, until nothing comes for a moment. */
    public int closed() {
        int closed = 0;
        for (Socket socket : sockets) {
            closed += isClosed(socket) ? 1 : 0;
        }
        return closed;
    }

    private boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            byte[] some = new byte[1 << 16];
            // what came before the end is still to be read
            for (int read = 0; read >= 0; read = socket.getInputStream().read(some)) {
                heardBytes += read;
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** How many bytes all of them were sent, as far as {@link #closed} has read. */
    public long heardBytes() {
        return heardBytes;
    }

    @Override
    void undo() {
        drip.shutdownNow();
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException gone) {
                // closed by the other end
            }
        }
    }
}
