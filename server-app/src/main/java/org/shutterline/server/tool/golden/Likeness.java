package org.shutterline.server.tool.golden;

/**
 * How like an aligned picture is to the golden one.
 *
 * @param correlation coefficient of correlation, -1..1; 0 if less than half is seen; 1 for a golden picture without edges
 * @param burntShare how much of it is quite white or quite black where the golden picture is not nearly so, 0..1
 */
record Likeness(double correlation, double burntShare) {
    private static final double LEAST_CORRELATION = 0.5;
    private static final double MOST_BURNT = 0.5;
    private static final int NEARLY = 20;

    /** Whether it is like enough that the rest can be believed. */
    boolean isEnough() {
        return correlation >= LEAST_CORRELATION;
    }

    /** Whether most of it is so bright or so dark that nothing could be seen in it. */
    boolean isBurnt() {
        return burntShare > MOST_BURNT;
    }

    /** Of a golden picture in which there is nothing to correlate. */
    Likeness ofPlain() {
        return new Likeness(1, burntShare);
    }

    /**
     * Compares pixel by pixel.
     *
     * @param there by pixel: 0 where nothing is seen
     */
    static Likeness of(byte[] golden, byte[] seen, byte[] there) {
        int n = 0;
        long sumA = 0;
        long sumB = 0;
        long sumAa = 0;
        long sumBb = 0;
        long sumAb = 0;
        int burnt = 0;
        for (int i = 0; i < golden.length; i++) {
            if (there[i] != 0) {
                int a = golden[i] & 255;
                int b = seen[i] & 255;
                n++;
                sumA += a;
                sumB += b;
                sumAa += a * a;
                sumBb += b * b;
                sumAb += a * b;
                burnt += b == 255 && a < 255 - NEARLY || b == 0 && a > NEARLY ? 1 : 0;
            }
        }
        double count = Math.max(1, n);
        double spread = (sumAa - sumA / count * sumA) * (sumBb - sumB / count * sumB);
        double correlation =
                2 * n >= golden.length && spread > 0 ? (sumAb - sumA / count * sumB) / Math.sqrt(spread) : 0;
        return new Likeness(correlation, burnt / count);
    }
}
