package org.shutterline.server.camera.simulated;

import java.util.Random;
import java.util.SplittableRandom;

/** Uneven light and the noise of the sensor, put over a drawn picture. Used by one thread. */
final class Light {
    private static final int BANK = 1 << 18;
    private static final int ONE = 1 << 12;

    private final int widthPx;
    private final int heightPx;
    private final int[] acrossGain;
    private final int[] downGain;
    private final byte[] noise = new byte[BANK];

    Light(PlateSettings settings) {
        this.widthPx = settings.widthPx();
        this.heightPx = settings.heightPx();
        this.acrossGain = gains(widthPx, settings, 0.42);
        this.downGain = gains(heightPx, settings, 0.4);
        Random dice = new Random(settings.seed());
        for (int i = 0; i < BANK; i++) {
            noise[i] = (byte) Math.round(Math.max(-127, Math.min(127, dice.nextGaussian() * settings.noise())));
        }
    }

    /** Changes the pixels in place. */
    void shineOn(byte[] grey, SplittableRandom dice) {
        for (int y = 0; y < heightPx; y++) {
            int grain = dice.nextInt(BANK);
            int down = downGain[y];
            int i = y * widthPx;
            for (int x = 0; x < widthPx; x++, i++) {
                int level =
                        ((grey[i] & 0xFF) * (acrossGain[x] + down) + ONE / 2) / ONE + noise[(grain + x) & (BANK - 1)];
                grey[i] = (byte) Math.max(0, Math.min(255, level));
            }
        }
    }

    /** Half of the gain of a column or row, in parts of {@link #ONE}: brightest a little left of and above the middle. */
    private static int[] gains(int count, PlateSettings settings, double brightest) {
        int[] gains = new int[count];
        for (int i = 0; i < count; i++) {
            double off = (i + 0.5) / count - brightest;
            gains[i] = (int)
                    Math.round(ONE * settings.light() * (0.5 + settings.unevenLight() * (0.06 - 1.2 * off * off)));
        }
        return gains;
    }
}
