package org.shutterline.server.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a camera delivers for one trigger.
 *
 * @param frame the picture; whoever gets the shot owns it
 * @param notes what the camera says of it, kept with the result: {@code file}, {@code number}, {@code exposureMs}
 */
public record Shot(Frame frame, Map<String, String> notes) {
    public Shot {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }
}
