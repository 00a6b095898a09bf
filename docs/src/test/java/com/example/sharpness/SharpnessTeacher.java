package com.example.sharpness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;

/** Learns what is sharp enough: half as sharp as the least sharp of the good pictures. */
final class SharpnessTeacher implements Teacher {
    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Region region = options.find(SharpnessToolFactory.REGION)
                .orElseThrow(() -> new ToolException("draw first where it looks"));
        SharpnessTool tool = new SharpnessTool(region, 0);
        double leastSharp = Double.MAX_VALUE;
        for (Scene picture : good) {
            Finding found = tool.inspect(picture);
            leastSharp = Math.min(leastSharp, (Double) found.values().get(SharpnessToolFactory.SHARPNESS.name()));
        }
        double least = Math.round(leastSharp * 5) / 10.0;
        return new Lesson(Map.of("least", least), Map.of(), "sharp from " + least);
    }
}
