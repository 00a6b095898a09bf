package org.shutterline.server.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;

/** How far the tools are from the truth on simulated plates. */
final class Accuracy {
    private final Map<String, Errors> errors = new LinkedHashMap<>();
    private final Point template;

    private Accuracy() {
        // the middle of the demo template, in units of the plate: see PlateGallery
        this.template = new Point(438 + 152 / 2.0 - 640, 594 + 32 / 2.0 - 480);
    }

    /** Prints the figures of 1,000 plates, and how long each tool took. */
    public static void main(String[] args) throws CameraException, InterruptedException, ToolException {
        of(SimulatedCameras.with(Map.of()), 1000).forEach((what, found) -> System.out.println(what + ": " + found));
        try (DemoJob job = new DemoJob();
                Frame frame = SimulatedCameras.with(Map.of())
                        .capture(new FramePool(1 << 24))
                        .frame();
                TestScene scene = TestScene.of(frame)) {
            for (int i = 0; i < 300; i++) {
                job.complaints(scene);
            }
            job.nanos().forEach((tool, nanos) -> System.out.printf("%s: %.2f ms%n", tool, nanos / 300 / 1e6));
        }
    }

    /** The errors of each measurement over so many plates, in px. */
    static Map<String, Errors> of(SimulatedCamera camera, int plates)
            throws CameraException, InterruptedException, ToolException {
        Accuracy accuracy = new Accuracy();
        FramePool pool = new FramePool(1 << 24);
        try (DemoJob job = new DemoJob()) {
            for (int number = 1; number <= plates; number++) {
                try (Frame frame = camera.capture(pool).frame();
                        TestScene scene = TestScene.of(frame)) {
                    accuracy.plate(job, scene, camera.truth(number));
                }
            }
        }
        return accuracy.errors;
    }

    private void plate(DemoJob job, TestScene scene, PlateTruth truth) throws ToolException {
        Point print = truth.inPicture(template.x(), template.y());
        note(
                "hole A diameter",
                job.tool("holeA"),
                scene,
                "diameter",
                truth.holeA().diameterPx());
        note(
                "hole B diameter",
                job.tool("holeB"),
                scene,
                "diameter",
                truth.holeB().diameterPx());
        note("hole A x", job.tool("holeA"), scene, "x", truth.holeA().centre().x());
        note("hole A y", job.tool("holeA"), scene, "y", truth.holeA().centre().y());
        note("tongue width", job.tool("width"), scene, "distance", truth.tongueWidthPx());
        note("print x", job.tool("label"), scene, "x", print.x());
        note("print y", job.tool("label"), scene, "y", print.y());
    }

    private void note(String what, InspectionTool tool, TestScene scene, String output, double truth)
            throws ToolException {
        Object value = tool.inspect(scene).values().get(output);
        if (!(value instanceof Double measured)) {
            throw new AssertionError(what + " was not measured");
        }
        errors.computeIfAbsent(what, name -> new Errors()).add(measured - truth);
    }
}
