package org.shutterline.server.tool.model;

import java.util.Arrays;
import java.util.List;

/** Small models with known answers. */
public final class TestModels {
    /** Of the detectors' input. */
    static final int WIDTH = 128;

    static final int HEIGHT = 96;
    static final int CELL = 8;

    private TestModels() {}

    /** Logistic regression over grey px: one weight a px and class, [1, 1, height, width] to [1, classes]. */
    static byte[] classifier(int width, int height, float[] weights, float[] bias) {
        return new Graph()
                .input("picture", Graph.FLOAT, 1, 1, height, width)
                .floats("weights", weights, (long) width * height, bias.length)
                .floats("bias", bias, bias.length)
                .node("Flatten", List.of("picture"), "flat", "axis", 1L)
                .node("Gemm", List.of("flat", "weights", "bias"), "logits")
                .node("Softmax", List.of("logits"), "scores", "axis", 1L)
                .output("scores", 1, bias.length)
                .model();
    }

    /** The mean of each channel as it comes in: [1, channels, 4, 6] or [1, 4, 6, channels] to [1, channels]. */
    static byte[] means(int channels, boolean first, int type) {
        long[] shape = first ? new long[] {1, channels, 4, 6} : new long[] {1, 4, 6, channels};
        Graph graph = new Graph().input("picture", type, shape);
        String numbers = type == Graph.FLOAT ? "picture" : "numbers";
        if (type != Graph.FLOAT) {
            graph.node("Cast", List.of("picture"), numbers, "to", 1L);
        }
        long[] axes = first ? new long[] {2, 3} : new long[] {1, 2};
        return graph.node("ReduceMean", List.of(numbers), "means", "axes", axes, "keepdims", 0L)
                .output("means", 1, channels)
                .model();
    }

    /** The mean grey of a picture of any size: one score. */
    public static byte[] brightness() {
        return means(1, true, Graph.FLOAT);
    }

    /** Convolution, ReLU, mean: how much edge there is, against a half: two classes. */
    static byte[] edges(int width, int height) {
        return new Graph()
                .input("picture", Graph.FLOAT, 1, 1, height, width)
                .floats(
                        "kernels",
                        new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, 8, -1, -1, -1, -1},
                        2,
                        1,
                        3,
                        3)
                .floats("bias", new float[] {0.05f, 0}, 2)
                .node("Conv", List.of("picture", "kernels", "bias"), "convolved", "kernel_shape", new long[] {3, 3})
                .node("Relu", List.of("convolved"), "edges")
                .node("GlobalAveragePool", List.of("edges"), "scores")
                .output("scores", 1, 2, 1, 1)
                .model();
    }

    /** Finds dark patches on light ground, by the mean of each cell of 8 x 8 px; as columns: centre, size, scores. */
    static byte[] darkPatchesInColumns() {
        int cells = WIDTH / CELL * (HEIGHT / CELL);
        float[] places = new float[4 * cells];
        for (int i = 0; i < cells; i++) {
            places[i] = (i % (WIDTH / CELL) + 0.5f) * CELL;
            places[cells + i] = (i / (WIDTH / CELL) + 0.5f) * CELL;
            places[2 * cells + i] = 2 * CELL;
            places[3 * cells + i] = 2 * CELL;
        }
        return darkness()
                .longs("row", 1, 1, cells)
                .node("Reshape", List.of("dark", "row"), "score")
                .floats("places", places, 1, 4, cells)
                .node("Concat", List.of("places", "score"), "boxes", "axis", 1L)
                .output("boxes", 1, 5, cells)
                .model();
    }

    /** The same as rows: left, top, right, bottom, score, class; places as parts of the picture. */
    static byte[] darkPatchesInRows() {
        int across = WIDTH / CELL;
        int cells = across * (HEIGHT / CELL);
        float[] places = new float[4 * cells];
        for (int i = 0; i < cells; i++) {
            places[4 * i] = (i % across - 0.5f) / across;
            places[4 * i + 1] = (i / across - 0.5f) * CELL / HEIGHT;
            places[4 * i + 2] = (i % across + 1.5f) / across;
            places[4 * i + 3] = (i / across + 1.5f) * CELL / HEIGHT;
        }
        return darkness()
                .longs("column", 1, cells, 1)
                .node("Reshape", List.of("dark", "column"), "score")
                .floats("places", places, 1, cells, 4)
                .floats("kinds", new float[cells], 1, cells, 1)
                .node("Concat", List.of("places", "score", "kinds"), "boxes", "axis", 2L)
                .output("boxes", 1, cells, 6)
                .model();
    }

    private static Graph darkness() {
        return new Graph()
                .input("picture", Graph.FLOAT, 1, 1, HEIGHT, WIDTH)
                .floats("one", new float[] {1}, 1)
                .node(
                        "AveragePool",
                        List.of("picture"),
                        "mean",
                        "kernel_shape",
                        new long[] {CELL, CELL},
                        "strides",
                        new long[] {CELL, CELL})
                .node("Sub", List.of("one", "mean"), "dark");
    }

    /** Mean square of the difference from what is good, as one score or as a map of one for each 4 x 4 px. */
    static byte[] strangeness(int width, int height, float[] good, boolean map) {
        Graph graph = new Graph()
                .input("picture", Graph.FLOAT, 1, 1, height, width)
                .floats("good", good, 1, 1, height, width)
                .node("Sub", List.of("picture", "good"), "difference")
                .node("Mul", List.of("difference", "difference"), "square");
        return map
                ? graph.node(
                                "AveragePool",
                                List.of("square"),
                                "scores",
                                "kernel_shape",
                                new long[] {4, 4},
                                "strides",
                                new long[] {4, 4})
                        .output("scores", 1, 1, height / 4, width / 4)
                        .model()
                : graph.node("ReduceMean", List.of("square"), "score", "axes", new long[] {1, 2, 3}, "keepdims", 0L)
                        .output("score", 1)
                        .model();
    }

    /** Takes a picture and never comes to an end: a loop without a count, whose condition stays true. */
    static byte[] endless() {
        Graph body = new Graph()
                .input("round", Graph.INT64)
                .input("go", Graph.BOOL)
                .input("was", Graph.FLOAT, 1, 1, 4, 4)
                .node("Identity", List.of("go"), "goOn")
                .node("Neg", List.of("was"), "is")
                .outputOf(Graph.BOOL, "goOn")
                .output("is", 1, 1, 4, 4);
        return new Graph()
                .input("x", Graph.FLOAT, 1, 1, 4, 4)
                .yes("true")
                .node("Loop", List.of("", "true", "x"), "y", "body", body)
                .output("y", 1, 1, 4, 4)
                .model();
    }

    /** The picture itself as a map of scores; of one whose mean is above this level it never comes to an end. */
    static byte[] endlessAbove(float level) {
        Graph body = new Graph()
                .input("round", Graph.INT64)
                .input("go", Graph.BOOL)
                .input("was", Graph.FLOAT, 1, 1, 4, 4)
                .node("Identity", List.of("go"), "goOn")
                .node("Neg", List.of("was"), "is")
                .outputOf(Graph.BOOL, "goOn")
                .output("is", 1, 1, 4, 4);
        return new Graph()
                .input("x", Graph.FLOAT, 1, 1, 4, 4)
                .floats("level", new float[] {level})
                .node("ReduceMean", List.of("x"), "mean", "keepdims", 0L)
                .node("Greater", List.of("mean", "level"), "bright")
                .node("Loop", List.of("", "bright", "x"), "y", "body", body)
                .output("y", 1, 1, 4, 4)
                .model();
    }

    static float[] filled(int count, float value) {
        float[] all = new float[count];
        Arrays.fill(all, value);
        return all;
    }
}
