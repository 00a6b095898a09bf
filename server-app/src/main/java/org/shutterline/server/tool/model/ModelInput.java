package org.shutterline.server.tool.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opencv.core.Size;

/**
 * The picture that a model takes.
 *
 * @param name of the input
 * @param channels 1 for grey, 3 for colour
 * @param channelsFirst whether all of one colour comes before the next (NCHW), rather than px by px (NHWC)
 * @param bytes whether it takes levels 0 to 255, rather than numbers
 */
record ModelInput(String name, int widthPx, int heightPx, int channels, boolean channelsFirst, boolean bytes) {
    private static final int MOST_PX = 4096;

    /** It takes something else than one picture; the message is the end of a sentence that begins with the model. */
    static final class Foreign extends Exception {
        private static final long serialVersionUID = 1;

        Foreign(String message) {
            super(message);
        }
    }

    /**
     * @param wanted the size for a model that takes any size
     * @throws Foreign if it takes no picture, or none of that size
     */
    static ModelInput of(Collection<NodeInfo> inputs, Optional<Size> wanted) throws Foreign {
        if (inputs.size() != 1) {
            throw new Foreign("has " + inputs.size() + " inputs ("
                    + inputs.stream().map(NodeInfo::getName).collect(Collectors.joining(", "))
                    + "), expected one picture");
        }
        NodeInfo input = inputs.iterator().next();
        if (!(input.getInfo() instanceof TensorInfo tensor)
                || (tensor.type != OnnxJavaType.FLOAT && tensor.type != OnnxJavaType.UINT8)) {
            throw new Foreign("takes no picture of float or uint8 numbers");
        }
        return of(input.getName(), tensor, wanted);
    }

    private static ModelInput of(String name, TensorInfo tensor, Optional<Size> wanted) throws Foreign {
        long[] shape = tensor.getShape();
        boolean first = shape.length == 4 && isChannels(shape[1]);
        if (shape.length != 4 || shape[0] > 1 || !first && !isChannels(shape[3])) {
            throw new Foreign(
                    "takes " + Arrays.toString(shape)
                            + ", expected one picture as [1, channels, height, width] or [1, height, width, channels] with 1 or 3 channels");
        }
        int heightPx = size(shape[first ? 2 : 1], wanted.map(size -> size.height), shape);
        int widthPx = size(shape[first ? 3 : 2], wanted.map(size -> size.width), shape);
        int channels = (int) shape[first ? 1 : 3];
        return new ModelInput(name, widthPx, heightPx, channels, first, tensor.type == OnnxJavaType.UINT8);
    }

    private static boolean isChannels(long axis) {
        return axis == 1 || axis == 3;
    }

    private static int size(long axis, Optional<Double> wanted, long[] shape) throws Foreign {
        if (axis < 1 && wanted.isEmpty()) {
            throw new Foreign("takes pictures of any size, expected inputWidthPx and inputHeightPx to choose one");
        }
        long px = axis < 1 ? wanted.get().longValue() : axis;
        if (wanted.isPresent() && wanted.get().longValue() != px) {
            throw new Foreign("takes " + Arrays.toString(shape) + ", not the size of inputWidthPx and inputHeightPx");
        }
        if (px > MOST_PX) {
            throw new Foreign("takes pictures of " + px + " px, expected at most " + MOST_PX);
        }
        return (int) px;
    }

    long[] shape() {
        return channelsFirst
                ? new long[] {1, channels, heightPx, widthPx}
                : new long[] {1, heightPx, widthPx, channels};
    }

    /** Numbers of one picture. */
    int numbers() {
        return widthPx * heightPx * channels;
    }
}
