package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bare socket that sends bytes and expects bytes: a peer that nobody here wrote. */
final class Talk implements AutoCloseable {
    static final int PATIENCE_MS = 10_000;
    private static final Pattern FIELD = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    private final Socket socket;
    private final InputStream in;
    private Charset charset = StandardCharsets.UTF_8;

    private Talk(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    static Talk with(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        return new Talk(socket);
    }

    /** Waits no longer than so for what comes, from now on. */
    Talk patientFor(int ms) throws IOException {
        socket.setSoTimeout(ms);
        return this;
    }

    /** Reads and writes text in this encoding from now on. */
    Talk in(Charset other) {
        charset = other;
        return this;
    }

    /** Exactly these characters in one segment. */
    Talk send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(charset));
        return this;
    }

    Talk send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** No more will come from here. */
    Talk sendNoMore() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Sends a line and gives its reply, both ended by CRLF. */
    String ask(String request) throws IOException {
        return send(request + "\r\n").line();
    }

    /** Sends a line and gives the fields of its reply. */
    List<String> askFields(String request) throws IOException {
        return fields(ask(request));
    }

    /** Asks for a result until the station is not busy. */
    List<String> trigger(String request) throws IOException {
        List<String> reply = askFields(request);
        while (reply.get(0).equals("ER") && reply.get(2).equals("11")) {
            reply = askFields(request);
        }
        return reply;
    }

    String line() throws IOException {
        return lineEndedBy("\r\n");
    }

    /** The text up to exactly this end; what else may stand in it is the reader's to judge. */
    String lineEndedBy(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < end.length() || read.indexOf(end, read.length() - end.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended after '" + read + "'");
            }
            read.append((char) next);
        }
        read.setLength(read.length() - end.length());
        return new String(read.toString().getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    /** The next characters, each of which is one byte. */
    String text(int characters) throws IOException {
        return new String(bytes(characters), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes(int count) throws IOException {
        byte[] read = in.readNBytes(count);
        assertThat(read).hasSize(count);
        return read;
    }

    /** Whether the other end closed without another byte. A reset counts as closed. */
    boolean isEnded() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether nothing at all comes for so long. */
    boolean isSilentFor(int ms) throws IOException {
        socket.setSoTimeout(ms);
        try {
            int next = in.read();
            assertThat(next).as("a byte or an end came instead of silence").isEqualTo(-2);
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MS);
        }
    }

    /** Splits a line into its fields; escapes stay as they are. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
