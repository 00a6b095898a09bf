package org.shutterline.server.station;

import java.util.List;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.server.spi.Frame;

/** Who is told what happens at a station. Called on the station's threads; must not block. */
public interface StationListener {
    /**
     * A result is durable. Within a station in the order of ids.
     *
     * @param stages those that it went through; less than the whole if it was cut off
     * @param readAtNanos when its trigger was read
     */
    void finished(InspectionResult result, List<StageTime> stages, long readAtNanos);

    /** An accepted trigger has no durable result by its deadline. */
    void unsafe(int station, long id);

    /** Its state or its job changed; also between READY and BUSY. */
    void changed(StationStatus status);

    /**
     * A picture was taken, before it is judged.
     *
     * @param id of its trigger, 0 for a live picture
     * @param frame lent for the call; {@link Frame#lend()} keeps it longer
     */
    void pictureTaken(int station, long id, Frame frame);
}
