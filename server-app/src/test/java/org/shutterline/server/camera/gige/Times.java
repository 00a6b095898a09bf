package org.shutterline.server.camera.gige;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How long pictures took.
 *
 * @param ms not a number for each that was lost
 */
record Times(double[] ms) {
    static final Times NONE = new Times(new double[0]);

    /** These and those. */
    Times and(Times more) {
        return new Times(
                DoubleStream.concat(Arrays.stream(ms), Arrays.stream(more.ms)).toArray());
    }

    int count() {
        return ms.length;
    }

    long lost() {
        return Arrays.stream(ms).filter(Double::isNaN).count();
    }

    /** Median and 99th percentile of those that came: {@code "3.75 / 8.90"}. */
    String words() {
        return String.format(Locale.ROOT, "%.2f / %.2f", at(0.5), at(0.99));
    }

    private double at(double part) {
        double[] came =
                Arrays.stream(ms).filter(time -> !Double.isNaN(time)).sorted().toArray();
        return came[(int) Math.min(came.length - 1, came.length * part)];
    }
}
