package org.shutterline.server.tool.model;

import java.util.List;

/**
 * How a level becomes the number that a model was trained with: (level / divideBy - mean) / deviation.
 *
 * @param mean one for all channels or one for each, in the order of the model
 * @param deviation likewise, not 0
 * @param blueFirst whether the channels are blue, green, red
 */
record Scaling(double divideBy, List<Double> mean, List<Double> deviation, boolean blueFirst) {

    /** Whether it leaves levels nearly as they are, as a model that takes bytes wants. */
    boolean isPlain() {
        return mean.stream().allMatch(m -> m == 0) && deviation.stream().allMatch(d -> d == 1);
    }

    /** The number of each level 0 to 255. */
    float[] table(int channel) {
        float[] numbers = new float[256];
        for (int level = 0; level < numbers.length; level++) {
            numbers[level] = (float) ((level / divideBy - of(mean, channel)) / of(deviation, channel));
        }
        return numbers;
    }

    private static double of(List<Double> list, int channel) {
        return list.get(Math.min(channel, list.size() - 1));
    }
}
