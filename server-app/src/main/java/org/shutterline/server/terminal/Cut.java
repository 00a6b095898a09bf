package org.shutterline.server.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How what is sent is cut into writes, as programs and networks in the field cut it. */
public enum Cut {
    /** In one write. */
    WHOLE(0),
    /** Each byte as a write of its own. */
    BYTES(5),
    /** In two halves with a pause between. */
    HALVES(300);

    private final int pauseMs;

    Cut(int pauseMs) {
        this.pauseMs = pauseMs;
    }

    /** How long between two writes. */
    int pauseMs() {
        return pauseMs;
    }

    List<byte[]> pieces(byte[] bytes) {
        return switch (this) {
            case WHOLE -> List.of(bytes);
            case BYTES -> each(bytes);
            case HALVES -> halves(bytes);
        };
    }

    private static List<byte[]> each(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte one : bytes) {
            pieces.add(new byte[] {one});
        }
        return pieces;
    }

    private static List<byte[]> halves(byte[] bytes) {
        int half = bytes.length / 2;
        return half == 0
                ? List.of(bytes)
                : List.of(Arrays.copyOf(bytes, half), Arrays.copyOfRange(bytes, half, bytes.length));
    }
}
