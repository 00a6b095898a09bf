package org.shutterline.server.tool;

import java.util.List;
import org.shutterline.protocol.message.Point;

/**
 * A code that was read.
 *
 * @param corners around a square code, or the two ends of a bar code; px in the region; may be empty
 */
record ReadCode(String text, Symbology symbology, List<Point> corners) {
    ReadCode {
        corners = List.copyOf(corners);
    }
}
