package org.shutterline.server.cameras;

import java.util.Map;
import java.util.Optional;
import org.shutterline.server.guard.LatencyMeasure.Light;

/** What a technician may want of cameras. Safe for any thread; each call returns at once and its effect comes as a state. */
public interface CamerasActions {
    /** Whether somebody looks at the page; nothing is opened for it while nobody does. */
    void watching(boolean looked);

    /** Asks every driver which cameras there are. */
    void find();

    /** @param key of the row */
    void choose(String key);

    /** A camera that cannot be found, such as one behind an address: its settings are typed. */
    void addByHand(String driver);

    /** Takes a camera that was added by hand away again. */
    void forget();

    /**
     * Sets the chosen camera, at once; that of a station must be offline.
     *
     * @param value empty for the default
     */
    void set(String key, Optional<Object> value);

    /**
     * Measures how long the pictures of the chosen camera take, which no station may have; nobody looks through it meanwhile.
     *
     * @param light what the camera sees
     */
    void measureDelay(Light light);

    /** Sets the camera that was measured to what was measured. */
    void useDelay();

    /** Cancels the measuring, or forgets what was measured. */
    void endDelay();

    /** Gives a station the chosen camera and writes it into the settings. */
    void bind(int station);

    /** Makes a station with the chosen camera and writes it into the settings. */
    void addStation(String job);

    /** Puts the station of the chosen camera online or offline. */
    void online(boolean yes);

    /**
     * Has faults come on demand, at the station of the chosen camera, until they are off or the program ends.
     *
     * @param values as a settings file has them
     */
    void faults(boolean on, Map<String, Object> values);

    /** Whether pixels that are all black or all white are coloured. */
    void colourClipped(boolean yes);

    /** Whether sharpness is that of the whole picture, not of its middle. */
    void wholeSharpness(boolean whole);
}
