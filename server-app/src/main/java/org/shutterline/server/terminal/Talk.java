package org.shutterline.server.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.line.AnyText;
import org.shutterline.server.net.Meaning;

/** The lines that were sent and received. A line end that comes in two pieces is one. */
final class Talk {
    private static final int MOST = 500;
    private static final int LONGEST_BYTES = 4_096;

    private final List<TerminalRow> rows = new ArrayList<>();
    private byte[] open = {};
    private boolean lfMayFollow;
    private long number;

    void sent(byte[] bytes, Optional<Meaning> meaning) {
        endOpen();
        add(new TerminalRow(++number, true, AnyText.of(bytes), hasEnd(bytes), meaning));
    }

    /** @param decoder says what each piece up to a line end means; called once for each, in order */
    void received(byte[] bytes, Optional<Decoder> decoder) {
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean ends = bytes[i] == '\n' || bytes[i] == 0 || bytes[i] == '\r' && !isLf(bytes, i + 1);
            if (ends || i == bytes.length - 1) {
                piece(Arrays.copyOfRange(bytes, from, i + 1), ends, decoder);
                from = i + 1;
            }
        }
    }

    private void piece(byte[] piece, boolean ends, Optional<Decoder> decoder) {
        Optional<Meaning> meaning = decoder.flatMap(reader -> reader.received(piece));
        boolean onlyLf = piece.length == 1 && piece[0] == '\n';
        if (onlyLf && lfMayFollow) {
            TerminalRow last = rows.remove(rows.size() - 1);
            add(new TerminalRow(
                    last.number(),
                    false,
                    last.text() + "\n",
                    true,
                    last.meaning().or(() -> meaning)));
            lfMayFollow = false;
            return;
        }
        boolean goesOn = open.length > 0;
        TerminalRow before =
                goesOn ? rows.remove(rows.size() - 1) : new TerminalRow(++number, false, "", false, meaning);
        open = joined(open, piece);
        add(new TerminalRow(before.number(), false, AnyText.of(open), ends, meaning.or(before::meaning)));
        lfMayFollow = ends && piece[piece.length - 1] == '\r';
        if (ends || open.length >= LONGEST_BYTES) {
            open = new byte[0];
        }
    }

    /** What comes after something was sent begins a row of its own. */
    private void endOpen() {
        open = new byte[0];
        lfMayFollow = false;
    }

    void clear() {
        rows.clear();
        endOpen();
    }

    List<TerminalRow> rows() {
        return rows;
    }

    private void add(TerminalRow row) {
        rows.add(row);
        if (rows.size() > MOST) {
            rows.remove(0);
        }
    }

    private static boolean hasEnd(byte[] bytes) {
        byte last = bytes[bytes.length - 1];
        return last == '\r' || last == '\n' || last == 0;
    }

    private static boolean isLf(byte[] bytes, int index) {
        return index < bytes.length && bytes[index] == '\n';
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
