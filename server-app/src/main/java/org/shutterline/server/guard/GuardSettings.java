package org.shutterline.server.guard;

import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraFactory;

/**
 * What a station asks of its camera beside the driver's own settings.
 *
 * @param boundTo the serial number that the camera must have; empty if any will do
 * @param samePictures whether a picture that came before is let through
 * @param isolated whether it runs in a process of its own
 */
public record GuardSettings(String boundTo, SamePictures samePictures, Isolated isolated, FaultPlan faults) {
    /** Whether a picture that is the same as one before, wholly or in part, is let through. */
    public enum SamePictures {
        /** Not from a driver of live pictures, but for a camera that repeats what is still. */
        AUTO,
        ALLOWED,
        REFUSED
    }

    /** Whether the camera runs in a process of its own, so that a driver that hangs or crashes takes nothing with it. */
    public enum Isolated {
        /** If its driver runs native code. */
        AUTO,
        YES,
        NO
    }

    /** Any camera, no faults. */
    public static final GuardSettings USUAL = new GuardSettings("", SamePictures.AUTO, Isolated.AUTO, FaultPlan.NONE);

    /** Whether cameras of this driver run in processes of their own. */
    public boolean isolates(CameraFactory driver) {
        return isolated == Isolated.AUTO ? driver.isNative() : isolated == Isolated.YES;
    }

    boolean comparesPixels(CameraFactory driver, Camera camera) {
        return samePictures == SamePictures.AUTO
                ? driver.isLive() && !camera.repeatsWhatIsStill()
                : samePictures == SamePictures.REFUSED;
    }
}
