package org.shutterline.server.camera.gige;

/** Makes one rising count of a camera's frame ids, which may begin again with each stream and, in 16 bits, after 65,535. */
final class PictureCount {
    private static final long LAST_OF_16_BITS = 65_535;

    private long last;
    private long lastId;
    private boolean begins = true;

    /** The number of the picture with this id; those that were lost between are counted. */
    long number(long id) {
        if (id > lastId) {
            last += id - lastId;
        } else if (begins) {
            last += id;
        } else {
            last += id + LAST_OF_16_BITS - lastId;
        }
        begins = false;
        lastId = id;
        return last;
    }

    /** The camera may count from 1 again. */
    void streamBegins() {
        begins = true;
    }
}
