package org.shutterline.protocol.script;

import java.nio.ByteBuffer;

/**
 * Takes option bytes of telnet (RFC 854) out of a stream: IAC and a command, with its option, whole subnegotiations, and
 * the NUL after a CR. IAC twice is the byte 255, and so is one that no command follows: in Latin-1 it is a letter.
 */
public final class TelnetFilter {
    /** Begins a command; in Latin-1 a letter. */
    static final int IAC = 255;

    private static final int SB = 250;
    private static final int SE = 240;
    private static final int WILL = 251;

    private enum Mode {
        TEXT,
        COMMAND,
        OPTION,
        WITHIN,
        WITHIN_COMMAND
    }

    private Mode mode = Mode.TEXT;
    private boolean afterCr;

    /** What is left of these bytes; a last one that may begin a command is held until the next comes. */
    public ByteBuffer text(ByteBuffer bytes) {
        ByteBuffer left = ByteBuffer.allocate(bytes.remaining() + 1);
        while (bytes.hasRemaining()) {
            take(bytes.get(), left);
        }
        return left.flip();
    }

    boolean isHolding() {
        return mode == Mode.COMMAND;
    }

    /** Whether the byte that is held is given up as text; none is held any more. */
    boolean letGo() {
        boolean held = isHolding();
        if (held) {
            mode = Mode.TEXT;
            afterCr = false;
        }
        return held;
    }

    private void take(byte byteTaken, ByteBuffer left) {
        int one = byteTaken & 0xff;
        if (mode == Mode.COMMAND && (one < SE || one == IAC)) {
            letGo();
            left.put((byte) IAC);
            if (one == IAC) {
                return;
            }
        }
        Mode before = mode;
        mode = after(one);
        if (before == Mode.TEXT && mode == Mode.TEXT) {
            if (!afterCr || one != 0) {
                left.put(byteTaken);
            }
            afterCr = one == '\r';
        }
    }

    private Mode after(int one) {
        return switch (mode) {
            case TEXT -> one == IAC ? Mode.COMMAND : Mode.TEXT;
            case COMMAND -> one == SB ? Mode.WITHIN : one >= WILL ? Mode.OPTION : Mode.TEXT;
            case OPTION -> Mode.TEXT;
            case WITHIN -> one == IAC ? Mode.WITHIN_COMMAND : Mode.WITHIN;
            case WITHIN_COMMAND -> one == SE ? Mode.TEXT : Mode.WITHIN;
        };
    }
}
