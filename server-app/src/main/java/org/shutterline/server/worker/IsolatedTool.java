package org.shutterline.server.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opencv.core.Mat;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.program.Program;

/** Stands for a tool in a worker: sends the whole picture, takes the finding. */
final class IsolatedTool implements InspectionTool {
    private final Program worker;

    IsolatedTool(Program worker) {
        this.worker = worker;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        Mat picture = scene.isColour() ? scene.colour() : scene.grey();
        Map<String, Object> more = new LinkedHashMap<>();
        scene.part().ifPresent(part -> more.put("part", part));
        more.put("takenAt", scene.takenAt().atOffset(scene.offset()).toString());
        more.put("pose", FindingJson.pose(scene.pose()));
        return FindingJson.read(worker.ask(more, picture, scene.nanosLeft()));
    }

    @Override
    public boolean mayBeCutShort() {
        return false;
    }

    @Override
    public void farewell() {
        worker.farewell();
    }

    @Override
    public void close() {
        worker.close();
    }
}
