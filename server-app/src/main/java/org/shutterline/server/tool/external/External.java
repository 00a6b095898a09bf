package org.shutterline.server.tool.external;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.program.Program;

/** Sends the region to the program and takes its answer for the finding. */
final class External implements InspectionTool {
    private final Program program;
    private final Optional<Region> region;
    private final boolean colour;
    private final Answers answers;

    External(Program program, Optional<Region> region, boolean colour, Answers answers) {
        this.program = program;
        this.region = region;
        this.colour = colour;
        this.answers = answers;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = scene.look(region)) {
            Mat picture = colour ? view.colour() : view.grey();
            return answers.read(program.ask(more(scene, view), picture, scene.nanosLeft()), view);
        }
    }

    private static Map<String, Object> more(Scene scene, View view) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("part", scene.part().orElse(""));
        more.put("takenAt", scene.takenAt().toString());
        more.put("toPicture", toPicture(view));
        return more;
    }

    /** {@code [a, b, dx, dy]}: {@code x' = a x - b y + dx}, {@code y' = b x + a y + dy}, from what is sent to the whole picture. */
    private static List<Double> toPicture(View view) {
        Point origin = view.inPicture(0, 0);
        Point right = view.inPicture(1, 0);
        return List.of(right.x() - origin.x(), right.y() - origin.y(), origin.x(), origin.y());
    }

    @Override
    public boolean mayBeCutShort() {
        return false;
    }

    @Override
    public void farewell() {
        program.farewell();
    }

    @Override
    public void close() {
        program.close();
    }
}
