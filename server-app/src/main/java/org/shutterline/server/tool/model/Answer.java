package org.shutterline.server.tool.model;

import java.util.Arrays;

/**
 * What a model gave.
 *
 * @param shape its axes
 * @param numbers row by row; not to be changed by anybody
 */
record Answer(long[] shape, float[] numbers) {

    /** The axes that are longer than one. */
    long[] longAxes() {
        return Arrays.stream(shape).filter(axis -> axis != 1).toArray();
    }

    boolean isFinite() {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    String shapeInWords() {
        return Arrays.toString(shape);
    }
}
