package org.shutterline.server.spi;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Verdict;

/** The picture that a tool looks at, and what it may know beside it. Valid only during the call that hands it in. */
public interface Scene {
    int widthPx();

    int heightPx();

    /** Whether the camera gave colours; without them {@link #colour()} is as grey as {@link #grey()}. */
    default boolean isColour() {
        return false;
    }

    /** The picture in grey, CV_8UC1; not to be written to or released. */
    Mat grey();

    /** The picture in colour, CV_8UC3 blue, green, red; not to be written to or released. */
    Mat colour();

    /**
     * A region, moved with the part, as an upright picture; closed by the caller.
     *
     * @param taught where it lay when the job was taught; empty for the whole picture, which moves with nothing
     * @throws ToolException if it reaches beyond the picture
     */
    default View look(Optional<Region> taught) throws ToolException {
        return View.of(this, taught.map(region -> region.after(pose())));
    }

    /** How the part lies, as the tool's fixture found it; {@link Pose#NONE} without a fixture. */
    default Pose pose() {
        return Pose.NONE;
    }

    /** Where lengths are measured: in mm if the job is calibrated. */
    default Plane plane() {
        return Plane.PX;
    }

    /**
     * What a tool that ran before measured: Double, String or Boolean.
     *
     * @param name {@code tool.output}
     */
    default Optional<Object> value(String name) {
        return Optional.empty();
    }

    /** What a tool that ran before said of this picture; empty if none of this id did. */
    default Optional<Verdict> verdict(String tool) {
        return Optional.empty();
    }

    /** When the picture was asked for. */
    Instant takenAt();

    /** How far the station's clock was ahead of UTC then: by it a tool finds the day. */
    default ZoneOffset offset() {
        return ZoneId.systemDefault().getRules().getOffset(takenAt());
    }

    /** The part's name, if the trigger gave one. */
    Optional<String> part();

    /** Nanoseconds until the tool must be done; negative when that is past. */
    long nanosLeft();

    /**
     * To be called between the steps of a tool.
     *
     * @throws ToolException if its time is over
     */
    default void checkTime() throws ToolException {
        if (nanosLeft() < 0) {
            throw new ToolException("its time is over");
        }
    }
}
