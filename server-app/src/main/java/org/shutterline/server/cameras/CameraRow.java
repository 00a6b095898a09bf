package org.shutterline.server.cameras;

import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.StationState;

/**
 * One camera in the list.
 *
 * @param key stays the same as long as it is the same camera
 * @param station that has it
 * @param state of that station
 * @param name maker and model, or how its driver describes it
 * @param serial may be empty
 * @param address may be empty
 * @param trouble why there is no picture of it; empty if there is no trouble
 * @param faults whether it has faults on demand
 * @param picture the last one that was seen
 */
public record CameraRow(
        String key,
        OptionalInt station,
        Optional<StationState> state,
        String driver,
        String driverTitle,
        String name,
        String serial,
        String address,
        String trouble,
        boolean faults,
        Optional<PlainPicture> picture) {}
