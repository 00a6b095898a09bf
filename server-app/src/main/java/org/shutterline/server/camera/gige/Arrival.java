package org.shutterline.server.camera.gige;

import org.shutterline.server.spi.CameraException;

/**
 * A picture that came out of the stream, whole or not.
 *
 * @param status how it ended, as the library counts; 0 if it is whole
 * @param number of the camera's count: as the camera sends it, then as {@link PictureCount} has it
 * @param missedBefore how many pictures of the stream before it were lost
 * @param stampNanos the camera's clock; 0 if it has none
 * @param arrivedNanos when it was here, of {@link System#nanoTime()}
 * @param missingPackets how many packets were missed since the one before
 */
record Arrival(
        Landing landing,
        int status,
        long number,
        long missedBefore,
        long stampNanos,
        int widthPx,
        int heightPx,
        int formatCode,
        long arrivedNanos,
        long missingPackets) {

    private static final int SUCCESS = 0;

    /** @throws CameraException unless it is whole and of this kind; says what is wrong */
    void mustBe(PictureKind kind) throws CameraException {
        if (status != SUCCESS) {
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE, "the picture did not arrive whole: " + fault());
        }
        if (widthPx != kind.widthPx()
                || heightPx != kind.heightPx()
                || formatCode != kind.layout().code()) {
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE,
                    "the camera sent " + widthPx + " x " + heightPx + " px, format 0x" + Integer.toHexString(formatCode)
                            + ", and not what it was set to");
        }
    }

    /** The same, counted. */
    Arrival counted(long counted, long missed) {
        return new Arrival(
                landing,
                status,
                counted,
                missed,
                stampNanos,
                widthPx,
                heightPx,
                formatCode,
                arrivedNanos,
                missingPackets);
    }

    /** The same, which was here earlier than it was taken. */
    Arrival arrivedAt(long nanos) {
        return new Arrival(
                landing,
                status,
                number,
                missedBefore,
                stampNanos,
                widthPx,
                heightPx,
                formatCode,
                nanos,
                missingPackets);
    }

    /** Whether it is whole and has a stamp. */
    boolean isStamped() {
        return isWhole() && stampNanos != 0;
    }

    boolean isWhole() {
        return status == SUCCESS;
    }

    private String fault() {
        String packets = missingPackets > 0 ? missingPackets + " packets are missing" : "packets are missing";
        return switch (status) {
            case 2 -> packets + " (no more came in time)";
            case 3 -> packets;
            case 4 -> "a packet had a wrong number";
            case 5 -> "it is larger than the camera said";
            case 7 -> "the stream was ended in the middle of it";
            default -> "status " + status;
        };
    }
}
