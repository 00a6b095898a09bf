package org.shutterline.server.tool.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a detector writes its boxes, found from the shape of its answer: one row of six for each box (left, top, right,
 * bottom, score, class), or one column for each box with its centre, size and a score for every class (as YOLO from
 * version 8 on). Places are px of the input, or parts of it.
 *
 * @param rowsOfSix the first of the two
 * @param classes that the second has scores for; 0 for the first, which does not say
 */
record Boxes(boolean rowsOfSix, int classes) {
    /** Places up to this are parts of the picture: no picture is so few px. */
    private static final double PARTS = 2;

    private static final int ROW = 6;
    private static final int PLACE = 4;

    /** Empty if it is neither. An answer of six by six or more is taken for rows, unless there are two labels. */
    static Optional<Boxes> of(long[] shape, int labels) {
        long[] axes = shape.length == 3 && shape[0] == 1 ? new long[] {shape[1], shape[2]} : shape;
        if (axes.length != 2) {
            return Optional.empty();
        }
        boolean columnsFit = axes[0] > PLACE && (labels == 0 || axes[0] == PLACE + labels);
        if (axes[1] == ROW && !(labels == ROW - PLACE && axes[0] == ROW)) {
            return Optional.of(new Boxes(true, 0));
        }
        return columnsFit && axes[1] > axes[0]
                ? Optional.of(new Boxes(false, (int) axes[0] - PLACE))
                : Optional.empty();
    }

    /** Boxes with at least this score, in px of the input. */
    List<Box> read(float[] numbers, ModelInput input, double minScore) {
        List<Box> boxes = rowsOfSix ? rows(numbers, minScore) : columns(numbers, minScore);
        boolean parts = boxes.stream().allMatch(box -> box.right() <= PARTS && box.bottom() <= PARTS);
        return parts
                ? boxes.stream()
                        .map(box -> new Box(
                                box.left() * input.widthPx(),
                                box.top() * input.heightPx(),
                                box.right() * input.widthPx(),
                                box.bottom() * input.heightPx(),
                                box.kind(),
                                box.score()))
                        .toList()
                : boxes;
    }

    private static List<Box> rows(float[] numbers, double minScore) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i + ROW <= numbers.length; i += ROW) {
            if (numbers[i + 4] >= minScore) {
                boxes.add(new Box(
                        numbers[i],
                        numbers[i + 1],
                        numbers[i + 2],
                        numbers[i + 3],
                        (int) numbers[i + 5],
                        numbers[i + 4]));
            }
        }
        return boxes;
    }

    private List<Box> columns(float[] numbers, double minScore) {
        int count = numbers.length / (PLACE + classes);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = 0;
            for (int other = 1; other < classes; other++) {
                if (numbers[(PLACE + other) * count + i] > numbers[(PLACE + kind) * count + i]) {
                    kind = other;
                }
            }
            double score = numbers[(PLACE + kind) * count + i];
            if (score >= minScore) {
                double halfWidth = numbers[2 * count + i] / 2;
                double halfHeight = numbers[3 * count + i] / 2;
                double x = numbers[i];
                double y = numbers[count + i];
                boxes.add(new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, kind, score));
            }
        }
        return boxes;
    }
}
