package org.shutterline.server.guard;

import org.shutterline.server.spi.CameraFactory;

/**
 * What a station asks of its camera beside the driver's own settings.
 *
 * @param boundTo the serial number that the camera must have; empty if any will do
 * @param samePictures whether a picture that came before is let through
 */
public record GuardSettings(String boundTo, SamePictures samePictures, FaultPlan faults) {
    /** Whether a picture that is the same as one before, wholly or in part, is let through. */
    public enum SamePictures {
        /** Not from a driver of live pictures. */
        AUTO,
        ALLOWED,
        REFUSED
    }

    /** Any camera, no faults. */
    public static final GuardSettings USUAL = new GuardSettings("", SamePictures.AUTO, FaultPlan.NONE);

    boolean comparesPixels(CameraFactory driver) {
        return samePictures == SamePictures.AUTO ? driver.isLive() : samePictures == SamePictures.REFUSED;
    }
}
