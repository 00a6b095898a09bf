package org.shutterline.look;

import java.util.ArrayList;
import java.util.List;

/**
 * One line as it went over the wire.
 *
 * @param text with its control characters, line end included
 * @param in whether it came from the peer
 * @param ended whether its end has come; a line without one is tagged
 * @param refused whether it refuses something
 */
public record WireLine(String text, boolean in, boolean ended, boolean refused) {
    private static final String[] NAMES = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE",
        "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"
    };
    private static final int DELETE = 0x7F;

    /** A run of plain text, or the name of one control character. */
    record Piece(String text, boolean tag) {}

    /** The text with each control character by its name, in order. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= NAMES.length && c != DELETE) {
                plain.append(c);
            } else {
                flush(plain, pieces);
                pieces.add(new Piece(c == DELETE ? "DEL" : NAMES[c], true));
            }
        }
        flush(plain, pieces);
        return pieces;
    }

    private static void flush(StringBuilder plain, List<Piece> pieces) {
        if (!plain.isEmpty()) {
            pieces.add(new Piece(plain.toString(), false));
            plain.setLength(0);
        }
    }
}
