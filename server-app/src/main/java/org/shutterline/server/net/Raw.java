package org.shutterline.server.net;

import java.util.Arrays;

/**
 * What passed on a wire, byte for byte.
 *
 * @param bytes the first of them; changed by nobody
 * @param further how many passed after these, such as those of a picture
 */
public record Raw(byte[] bytes, long further) {
    public static final Raw NONE = new Raw(new byte[0], 0);

    private static final int MOST = 16 << 10;

    /** @param further how many passed after the bytes; of long ones only the first 16,384 are kept */
    public static Raw of(byte[] bytes, long further) {
        return bytes.length <= MOST
                ? new Raw(bytes, further)
                : new Raw(Arrays.copyOf(bytes, MOST), further + bytes.length - MOST);
    }
}
