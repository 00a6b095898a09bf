package org.shutterline.server.tool.model;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.Optional;
import org.opencv.core.Mat;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** A model over its region: what the three tools do alike. Used by one thread. */
final class Model implements AutoCloseable {
    private final Network network;
    private final Optional<Region> region;
    private final Fit fit;

    Model(Network network, Optional<Region> region, Fit fit) {
        this.network = network;
        this.region = region;
        this.fit = fit;
    }

    ModelInput input() {
        return network.input();
    }

    View look(Scene scene) throws ToolException {
        scene.checkTime();
        return scene.look(region);
    }

    Canvas canvas(View view) {
        return Canvas.of(view, network.input(), fit);
    }

    /**
     * @return finite numbers
     * @throws ToolException if the model cannot be run, gives no numbers, or the time is over
     */
    Answer run(Mat picture, Scene scene) throws ToolException {
        scene.checkTime();
        try (RunLimit limit = new RunLimit(Duration.ofNanos(scene.nanosLeft()))) {
            Answer answer = run(picture, limit);
            if (!answer.isFinite()) {
                throw new ToolException("the model gave something that is no number");
            }
            scene.checkTime();
            return answer;
        } catch (OrtException e) {
            throw new ToolException("the model could not be run: " + e.getMessage(), e);
        }
    }

    /** One that is ended because its time is over says just that. */
    private Answer run(Mat picture, RunLimit limit) throws OrtException, ToolException {
        try {
            return network.run(picture, limit);
        } catch (OrtException failed) {
            if (limit.hasEnded()) {
                throw new ToolException("its time is over", failed);
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
