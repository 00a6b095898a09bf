package org.shutterline.server.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a camera delivers for one trigger.
 *
 * @param frame the picture; whoever gets the shot owns it
 * @param exposure when and how it came about
 * @param notes what the camera says of it, kept with the result: {@code file}, {@code number}, {@code exposureMs}
 */
public record Shot(Frame frame, Exposure exposure, Map<String, String> notes) {
    public Shot {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** A picture that was exposed because it was asked for, of a camera that tells no times. */
    public Shot(Frame frame, Map<String, String> notes) {
        this(frame, Exposure.ASKED, notes);
    }

    /** The same picture with one note more. */
    public Shot noted(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(notes);
        more.put(key, value);
        return new Shot(frame, exposure, more);
    }
}
