package org.shutterline.server.spi;

import java.util.Optional;
import org.opencv.core.Mat;

/** The picture that a tool looks at, and what it may know beside it. Valid only during the call that hands it in. */
public interface Scene {
    int widthPx();

    int heightPx();

    /** The picture in grey, CV_8UC1; not to be written to or released. */
    Mat grey();

    /** The picture in colour, CV_8UC3 blue, green, red; not to be written to or released. */
    Mat colour();

    /**
     * A part of the grey picture, without a copy; not to be written to, released by the caller.
     *
     * @throws ToolException if the region is not inside the picture
     */
    Mat grey(Region region) throws ToolException;

    /** The part's name, if the trigger gave one. */
    Optional<String> part();

    /** Nanoseconds until the tool must be done; negative when that is past. */
    long nanosLeft();

    /**
     * To be called between the steps of a tool.
     *
     * @throws ToolException if its time is over
     */
    void checkTime() throws ToolException;
}
