package org.shutterline.server.tool.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.shutterline.protocol.plugin.BadSetting;

/** A model's file, opened and tried when a job is read, so that one that cannot be used is refused then. */
final class ModelFile {
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_NUMBERS = 20_000_000;

    /** Less than a worker gets to make its tool, so that it can still say why there is none. */
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(15);

    private final Path file;
    private final String place;
    private final Duration longestTrial;

    /** @param place where the setting stands that names it, for messages */
    ModelFile(Path file, String place) {
        this(file, place, LONGEST_TRIAL);
    }

    ModelFile(Path file, String place, Duration longestTrial) {
        this.file = file;
        this.place = place;
        this.longestTrial = longestTrial;
    }

    /**
     * Opens it.
     *
     * @throws BadSetting if it is damaged, too large, or takes and gives something else than wanted
     */
    Network open(ModelOptions options) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused("is too large: " + (Files.size(file) >> 20) + " MB, expected at most "
                        + (MOST_BYTES >> 20) + " MB");
            }
            return open(OnnxLibrary.environment(), options);
        } catch (IOException unavailable) {
            throw new BadSetting(place, unavailable.getMessage());
        }
    }

    private Network open(OrtEnvironment environment, ModelOptions options) {
        Optional<OrtSession> session = Optional.empty();
        try (OrtSession.SessionOptions setUp = setUp(options.threads())) {
            session = Optional.of(environment.createSession(file.toString(), setUp));
            Network network = network(environment, session.get(), options);
            session = Optional.empty();
            return network;
        } catch (OrtException e) {
            throw refused("cannot be read: it is damaged or no ONNX model (" + inShort(e) + ")");
        } finally {
            session.ifPresent(ModelFile::close);
        }
    }

    private static OrtSession.SessionOptions setUp(int threads) throws OrtException {
        OrtSession.SessionOptions setUp = new OrtSession.SessionOptions();
        setUp.setIntraOpNumThreads(threads);
        setUp.setInterOpNumThreads(1);
        // waiting threads would take the processor from the other lanes
        setUp.addConfigEntry("session.intra_op.allow_spinning", "0");
        return setUp;
    }

    private Network network(OrtEnvironment environment, OrtSession session, ModelOptions options) throws OrtException {
        try {
            ModelInput input = ModelInput.of(session.getInputInfo().values(), options.inputSize());
            if (input.bytes() && !options.scaling().isPlain()) {
                throw refused("takes levels of 0 to 255, expected no mean and no deviation");
            }
            String output = output(session.getOutputInfo(), options.output());
            return new Network(environment, session, input, output, options.scaling());
        } catch (ModelInput.Foreign foreign) {
            throw refused(foreign.getMessage());
        }
    }

    private String output(Map<String, NodeInfo> outputs, String wanted) {
        if (wanted.isEmpty() && outputs.size() != 1) {
            throw refused("has " + outputs.size() + " outputs, expected one of " + String.join(", ", outputs.keySet())
                    + " to be named with 'output'");
        }
        String name = wanted.isEmpty() ? outputs.keySet().iterator().next() : wanted;
        NodeInfo output = outputs.get(name);
        if (output == null) {
            throw refused("has no output " + name + ", expected one of " + String.join(", ", outputs.keySet()));
        }
        if (!(output.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw refused("gives no float numbers at its output " + name);
        }
        return name;
    }

    /**
     * Runs it over a grey picture, to see what it gives.
     *
     * @throws BadSetting if it cannot be run, or comes to no end
     */
    Answer tried(Network network) {
        ModelInput input = network.input();
        Mat blank = new Mat(
                input.heightPx(),
                input.widthPx(),
                input.channels() == 1 ? CvType.CV_8UC1 : CvType.CV_8UC3,
                Scalar.all(114));
        try {
            Answer answer = inTime(network, blank);
            if (answer.numbers().length > MOST_NUMBERS) {
                throw refused("gives " + answer.shapeInWords() + ", more than " + MOST_NUMBERS + " numbers");
            }
            return answer;
        } catch (OrtException e) {
            throw refused("cannot be run (" + inShort(e) + ")");
        } finally {
            blank.release();
        }
    }

    private Answer inTime(Network network, Mat blank) throws OrtException {
        try (RunLimit limit = new RunLimit(longestTrial)) {
            try {
                return network.run(blank, limit);
            } catch (OrtException failed) {
                if (limit.hasEnded()) {
                    throw refused(
                            "did not come to an end with one grey picture within " + longestTrial.toMillis() + " ms");
                }
                throw failed;
            }
        }
    }

    BadSetting refused(String why) {
        return new BadSetting(place, "the model " + file.getFileName() + " " + why);
    }

    /** Its message without the way of the file and the place in the library. */
    private String inShort(OrtException e) {
        String message = e.getMessage() == null ? "" : e.getMessage().replace(file.toString(), "it");
        String plain = message.replaceAll("(?s)\\R.*", "")
                .replaceAll("^Error code - [A-Z_]+ - message: ", "")
                .replaceAll("/\\S+\\.(cc|h):\\d+ .*? was false\\.\\s*", "")
                .strip();
        return plain.length() > 160 ? plain.substring(0, 157) + "..." : plain;
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a model that was open cannot be closed", e);
        }
    }
}
