package org.shutterline.server.camera.gige;

/** Makes one rising count of a camera's frame ids, which may begin again with each stream and, in 16 bits, after 65,535. */
final class PictureCount {
    private static final long LAST_OF_16_BITS = 65_535;

    private long last;
    private long lastId;
    private boolean begins = true;
    private long missed;

    /** The number of the picture with this id; those that were lost between are counted. */
    long number(long id) {
        long step;
        if (id > lastId) {
            step = id - lastId;
        } else if (begins) {
            step = id;
        } else {
            step = id + LAST_OF_16_BITS - lastId;
        }
        missed = begins ? 0 : step - 1;
        last += step;
        begins = false;
        lastId = id;
        return last;
    }

    /** How many of this stream were lost between the last one and the one before it. */
    long missed() {
        return missed;
    }

    /** The camera may count from 1 again. */
    void streamBegins() {
        begins = true;
    }
}
