package org.shutterline.protocol.script;

import java.nio.ByteBuffer;

/**
 * Takes option bytes of telnet (RFC 854) out of a stream: IAC and a command, with its option, whole subnegotiations, and
 * the NUL after a CR. IAC twice is the byte 255.
 */
public final class TelnetFilter {
    private static final int IAC = 255;
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

    /** What is left of these bytes. */
    public ByteBuffer text(ByteBuffer bytes) {
        ByteBuffer left = ByteBuffer.allocate(bytes.remaining());
        while (bytes.hasRemaining()) {
            byte one = bytes.get();
            if (isText(one & 0xff)) {
                left.put(one);
            }
        }
        return left.flip();
    }

    private boolean isText(int one) {
        Mode before = mode;
        mode = after(one);
        boolean text = mode == Mode.TEXT && (before == Mode.TEXT || before == Mode.COMMAND && one == IAC);
        boolean fill = afterCr && one == 0;
        if (text) {
            afterCr = one == '\r';
        }
        return text && !fill;
    }

    private Mode after(int one) {
        return switch (mode) {
            case TEXT -> one == IAC ? Mode.COMMAND : Mode.TEXT;
            case COMMAND -> one == SB ? Mode.WITHIN : one >= WILL && one < IAC ? Mode.OPTION : Mode.TEXT;
            case OPTION -> Mode.TEXT;
            case WITHIN -> one == IAC ? Mode.WITHIN_COMMAND : Mode.WITHIN;
            case WITHIN_COMMAND -> one == SE ? Mode.TEXT : Mode.WITHIN;
        };
    }
}
