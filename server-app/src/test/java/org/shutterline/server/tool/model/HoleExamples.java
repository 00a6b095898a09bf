package org.shutterline.server.tool.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.View;

/** Pictures of the place of the upper left hole of simulated plates, with the hole and without, and what can be learned of them. */
final class HoleExamples {
    static final int SIZE = 24;
    static final Region.Rectangle PLACE = new Region.Rectangle(180, 240, 220, 220, 0);
    static final List<String> LABELS = List.of("missing", "drilled");

    private static final int ROUNDS = 60;
    private static final double RATE = 0.02;

    private HoleExamples() {}

    /** A plate by chance. */
    static TestScene plate(int seed, boolean drilled) throws Exception {
        Map<String, Object> looks = Map.of("seed", seed, "holeMissingRate", drilled ? 0 : 1);
        int number = 1;
        try (SimulatedCamera camera = SimulatedCameras.with(looks)) {
            // the hole that is missing is sometimes the other one
            while (camera.truth(number).holeA().drilled() != drilled) {
                number++;
            }
        }
        Map<String, Object> thatOne = new HashMap<>(looks);
        thatOne.put("firstNumber", number);
        try (SimulatedCamera camera = SimulatedCameras.with(thatOne);
                Frame frame = camera.capture(new FramePool(1 << 24)).frame()) {
            return TestScene.of(frame);
        }
    }

    /** The place as a model of {@link #SIZE} px sees it, 0 to 1. */
    static float[] seen(TestScene scene) throws Exception {
        ModelInput input = new ModelInput("picture", SIZE, SIZE, 1, true, false);
        try (View view = scene.look(Optional.of(PLACE));
                Canvas canvas = Canvas.of(view, input, Fit.STRETCH)) {
            Mat numbers = new Mat();
            canvas.picture().convertTo(numbers, CvType.CV_32F, 1 / 255.0);
            float[] seen = new float[SIZE * SIZE];
            numbers.get(0, 0, seen);
            numbers.release();
            return seen;
        }
    }

    /** Logistic regression by gradient descent over plates of these seeds. */
    static byte[] learnedClassifier(int firstSeed, int plates) throws Exception {
        float[][] seen = new float[plates][];
        for (int i = 0; i < plates; i++) {
            try (TestScene scene = plate(firstSeed + i, i % 2 == 1)) {
                seen[i] = seen(scene);
            }
        }
        double[] weights = new double[SIZE * SIZE + 1];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < plates; i++) {
                step(weights, seen[i], i % 2);
            }
        }
        float[] both = new float[2 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            both[2 * i + 1] = (float) weights[i];
        }
        return TestModels.classifier(SIZE, SIZE, both, new float[] {0, (float) weights[SIZE * SIZE]});
    }

    private static void step(double[] weights, float[] seen, int truth) {
        double sum = weights[seen.length];
        for (int i = 0; i < seen.length; i++) {
            sum += weights[i] * seen[i];
        }
        double error = truth - 1 / (1 + Math.exp(-sum));
        for (int i = 0; i < seen.length; i++) {
            weights[i] += RATE * error * seen[i];
        }
        weights[seen.length] += RATE * error;
    }

    /** The mean of good plates of these seeds. */
    static float[] meanOfGood(int firstSeed, int plates) throws Exception {
        float[] mean = new float[SIZE * SIZE];
        for (int i = 0; i < plates; i++) {
            try (TestScene scene = plate(firstSeed + i, true)) {
                float[] seen = seen(scene);
                for (int px = 0; px < mean.length; px++) {
                    mean[px] += seen[px] / plates;
                }
            }
        }
        return mean;
    }
}
