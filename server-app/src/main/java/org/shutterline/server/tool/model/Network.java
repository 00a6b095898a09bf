package org.shutterline.server.tool.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import org.opencv.core.Mat;

/**
 * A model that is open, with the memory of its input, which is used again for each picture. Used by one thread; freed by
 * {@link #close}.
 */
final class Network implements AutoCloseable {
    private final OrtSession session;
    private final ModelInput input;
    private final String output;
    private final float[][] tables;
    private final boolean blueFirst;
    private final ByteBuffer memory;
    private final FloatBuffer floats;
    private final float[] numbers;
    private final byte[] levels;
    private final OnnxTensor tensor;
    private boolean open = true;

    /** Takes over the session, unless it throws. */
    Network(OrtEnvironment environment, OrtSession session, ModelInput input, String output, Scaling scaling)
            throws OrtException {
        this.session = session;
        this.input = input;
        this.output = output;
        this.blueFirst = scaling.blueFirst();
        this.tables = new float[input.channels()][];
        for (int channel = 0; channel < tables.length; channel++) {
            tables[channel] = scaling.table(channel);
        }
        this.levels = new byte[input.numbers()];
        this.numbers = new float[input.bytes() ? 0 : input.numbers()];
        this.memory = ByteBuffer.allocateDirect(input.numbers() * (input.bytes() ? 1 : Float.BYTES))
                .order(ByteOrder.nativeOrder());
        this.floats = memory.asFloatBuffer();
        this.tensor = input.bytes()
                ? OnnxTensor.createTensor(environment, memory, input.shape(), OnnxJavaType.UINT8)
                : OnnxTensor.createTensor(environment, floats, input.shape());
    }

    ModelInput input() {
        return input;
    }

    /**
     * Runs it over one picture, for as long as it may take.
     *
     * @param picture of the input's size, CV_8UC1 or CV_8UC3 as it has channels
     * @throws OrtException if it cannot be run; the message is for its author
     */
    Answer run(Mat picture, RunLimit limit) throws OrtException {
        picture.get(0, 0, levels);
        if (input.bytes()) {
            fillBytes();
        } else {
            fillNumbers();
        }
        Map<String, OnnxTensor> given = Map.of(input.name(), tensor);
        try (OrtSession.Result result = session.run(given, Set.of(output), limit.options())) {
            OnnxTensor answer = (OnnxTensor) result.get(0);
            TensorInfo info = answer.getInfo();
            FloatBuffer values = answer.getFloatBuffer();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return new Answer(info.getShape(), copy);
        }
    }

    private void fillNumbers() {
        int channels = input.channels();
        int pixels = levels.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            float[] table = tables[channel];
            int from = blueFirst ? channel : channels - 1 - channel;
            int to = input.channelsFirst() ? channel * pixels : channel;
            int step = input.channelsFirst() ? 1 : channels;
            for (int i = from; i < levels.length; i += channels) {
                numbers[to] = table[levels[i] & 0xFF];
                to += step;
            }
        }
        floats.put(0, numbers);
    }

    private void fillBytes() {
        int channels = input.channels();
        int pixels = levels.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            int from = blueFirst ? channel : channels - 1 - channel;
            int to = input.channelsFirst() ? channel * pixels : channel;
            int step = input.channelsFirst() ? 1 : channels;
            for (int i = from; i < levels.length; i += channels) {
                memory.put(to, levels[i]);
                to += step;
            }
        }
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        tensor.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a model that was open cannot be closed", e);
        }
    }
}
