package org.shutterline.docs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The baseline: a blocking line echo that inserts one row of plain columns before each answer, and a sender of raw bytes.
 * {@code T1} inserts and echoes, {@code E1} only echoes, {@code B} sends 5 MB.
 */
public final class BareStation {
    private static final int PICTURE_BYTES = 2560 * 2048;

    private BareStation() {}

    /** @param args the file of the database */
    public static void main(String[] args) throws IOException, SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + Path.of(args[0]))) {
            try (Statement statement = database.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute(
                        "CREATE TABLE result (id INTEGER PRIMARY KEY, station INTEGER, job TEXT, time INTEGER,"
                                + " ms REAL, verdict TEXT, part TEXT, value TEXT)");
            }
            serve(database);
        }
    }

    private static void serve(Connection database) throws IOException, SQLException {
        try (ServerSocketChannel listener = ServerSocketChannel.open();
                PreparedStatement insert =
                        database.prepareStatement("INSERT INTO result VALUES (?, 1, 'light', ?, ?, 'OK', ?, '85.2')")) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            System.out.println("READY bare 127.0.0.1:" + listener.socket().getLocalPort());
            long id = 0;
            while (true) {
                try (SocketChannel peer = listener.accept()) {
                    id = talk(peer, insert, id);
                }
            }
        }
    }

    private static long talk(SocketChannel peer, PreparedStatement insert, long firstId)
            throws IOException, SQLException {
        long id = firstId;
        peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ByteBuffer picture = ByteBuffer.allocateDirect(PICTURE_BYTES);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(peer), StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("B")) {
                picture.clear();
                while (picture.hasRemaining()) {
                    peer.write(picture);
                }
                continue;
            }
            if (line.startsWith("T")) {
                insert.setLong(1, ++id);
                insert.setLong(2, System.currentTimeMillis());
                insert.setDouble(3, 0.4);
                insert.setString(4, "SN-" + id);
                insert.executeUpdate();
            }
            ByteBuffer answer =
                    ByteBuffer.wrap((line + ",OK," + id + ",0.4,85.2\r\n").getBytes(StandardCharsets.US_ASCII));
            while (answer.hasRemaining()) {
                peer.write(answer);
            }
        }
        return id;
    }
}
