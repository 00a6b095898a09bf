package org.shutterline.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.server.watch.LastRun;

/** The server that runs on a data folder, asked from another process of the same machine. */
final class RunningServer {
    private static final Pattern PLAIN = Pattern.compile("READY plain (127\\.[0-9.]+|\\[::1\\]):(\\d+)");
    private static final int PATIENCE_MS = 3_000;
    private static final int MOST_CHARACTERS = 1 << 20;

    private RunningServer() {}

    /** What it says of itself, as one JSON object; a sentence in JSON if it says nothing. */
    static String status(Path data) {
        List<String> ran = LastRun.read(data).orElse(List.of());
        for (String line : ran) {
            Matcher plain = PLAIN.matcher(line);
            if (plain.matches()) {
                return asked(plain.group(1), Integer.parseInt(plain.group(2)));
            }
        }
        return ran.isEmpty()
                ? "{\"running\": false}\n"
                : "{\"running\": \"it listens nowhere on this machine in the plain dialect\"}\n";
    }

    private static String asked(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write("STATUS\n".getBytes(StandardCharsets.UTF_8));
            return line(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException silent) {
            return "{\"running\": \"port " + port + " does not answer\"}\n";
        }
    }

    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = reader.read();
                next >= 0 && next != '\n' && line.length() < MOST_CHARACTERS;
                next = reader.read()) {
            line.append((char) next);
        }
        return line.append('\n').toString();
    }
}
