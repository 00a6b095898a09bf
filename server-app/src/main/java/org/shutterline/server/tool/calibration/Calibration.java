package org.shutterline.server.tool.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/** Tells the tools after it in which plane to measure. */
final class Calibration implements InspectionTool {
    private final Plane plane;
    private final double errorPercent;
    private final Optional<Integer> widthPx;
    private final Optional<Integer> heightPx;

    /** @param widthPx of the pictures by which it was taught, if that matters */
    Calibration(Plane plane, double errorPercent, Optional<Integer> widthPx, Optional<Integer> heightPx) {
        this.plane = plane;
        this.errorPercent = errorPercent;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        boolean same = widthPx.map(px -> px == scene.widthPx()).orElse(true)
                && heightPx.map(px -> px == scene.heightPx()).orElse(true);
        if (!same) {
            throw new ToolException("calibrated on pictures of " + widthPx.orElse(0) + " x " + heightPx.orElse(0)
                    + " px, this one is " + scene.widthPx() + " x " + scene.heightPx());
        }
        Point middle = new Point(scene.widthPx() / 2.0, scene.heightPx() / 2.0);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CalibrationFactory.MM_PER_PX.name(), plane.perPx(middle));
        values.put(CalibrationFactory.ERROR.name(), errorPercent);
        return Finding.of(values, List.of()).in(plane);
    }
}
