package org.shutterline.server.camera.simulated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;

/** Simulated cameras for tests: without defects and waiting, but for what a test asks. */
public final class SimulatedCameras {
    public static final List<String> DEFECTS =
            List.of("holeMissing", "holeWrongSize", "scratch", "wrongCode", "damagedCode");

    private SimulatedCameras() {}

    public static SimulatedCamera with(Map<String, Object> changes) {
        Map<String, Object> raw = new LinkedHashMap<>();
        DEFECTS.forEach(defect -> raw.put(defect + "Rate", 0));
        raw.put("exposureMs", 0);
        raw.put("transferMs", 0);
        raw.putAll(changes);
        return new SimulatedCamera(PlateSettings.read(Options.checked("test", raw, PlateSettings.ALL)));
    }

    /** Each defect as often as this, by itself or together with others. */
    public static SimulatedCamera withDefects(double rate) {
        Map<String, Object> changes = new LinkedHashMap<>();
        DEFECTS.forEach(defect -> changes.put(defect + "Rate", rate));
        return with(changes);
    }
}
