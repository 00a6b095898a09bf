package org.shutterline.server.monitor;

import java.util.Optional;
import org.shutterline.protocol.message.PlainPicture;

/**
 * What live shows.
 *
 * @param on whether the technician switched it on
 * @param picture the newest picture of a camera that runs by itself, while the station is offline
 */
public record LiveState(boolean on, Optional<PlainPicture> picture) {
    static final LiveState OFF = new LiveState(false, Optional.empty());
}
