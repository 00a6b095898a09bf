package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.guard.GuardSettings;
import org.shutterline.server.guard.GuardSettings.Isolated;
import org.shutterline.server.guard.GuardSettings.SamePictures;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.station.StationPlan;

/**
 * One station as the settings file gives it.
 *
 * @param place where it stands, for messages
 * @param plan its number and limits
 * @param camera the kind of camera
 * @param cameraOptions which one, and how
 * @param guard what the camera is held to
 * @param job the active job of a station that never ran
 */
public record StationSettings(
        String place,
        StationPlan plan,
        CameraFactory camera,
        Options cameraOptions,
        GuardSettings guard,
        String job,
        StartOnline startOnline) {

    private static final Setting<Integer> NUMBER = Setting.whole("number", 1, 99);
    private static final Setting<Map<String, Object>> CAMERA = Groups.group("camera");
    private static final Setting<String> JOB = Setting.text("job");
    private static final Setting<Integer> DEADLINE =
            Setting.whole("deadlineMs", 50, 600_000).unit("ms").byDefault(2_000);
    private static final Setting<Integer> IN_INSPECTION =
            Setting.whole("mostInInspection", 1, 8).byDefault(2);
    private static final Setting<Boolean> IN_TRIGGER_ALL =
            Setting.yesNo("inTriggerAll").byDefault(true);
    private static final Setting<Integer> ONCE_TRIGGERS =
            Setting.whole("onceTriggers", 1, 10_000).byDefault(100);
    private static final Setting<Integer> ONCE_MS =
            Setting.whole("onceMs", 1_000, 86_400_000).unit("ms").byDefault(60_000);
    private static final Setting<StartOnline> START_ONLINE =
            Setting.choice("startOnline", StartOnline.class).byDefault(StartOnline.LAST);
    private static final List<Setting<?>> ALL =
            List.of(NUMBER, CAMERA, JOB, DEADLINE, IN_INSPECTION, IN_TRIGGER_ALL, ONCE_TRIGGERS, ONCE_MS, START_ONLINE);

    private static final Setting<String> DRIVER = Setting.text("driver");
    private static final Setting<String> BOUND_TO = Setting.text("boundTo").byDefault("");
    private static final Setting<SamePictures> SAME_PICTURES =
            Setting.choice("samePictures", SamePictures.class).byDefault(SamePictures.AUTO);
    private static final Setting<Isolated> ISOLATED =
            Setting.choice("isolated", Isolated.class).byDefault(Isolated.AUTO);
    private static final Setting<Map<String, Object>> FAULTS =
            Groups.group("faults").byDefault(Map.of());
    private static final Setting<Map<String, Object>> DRIVER_SETTINGS =
            Groups.group("settings").byDefault(Map.of());

    /** Where the name of its job stands. */
    public String placeOfJob() {
        return place + "." + JOB.key();
    }

    static StationSettings read(String place, Map<String, Object> raw, Catalog<CameraFactory> cameras) {
        Options options = Options.checked(place, raw, ALL);
        Options camera = Options.checked(
                options.placeOf(CAMERA),
                options.get(CAMERA),
                List.of(DRIVER, DRIVER_SETTINGS, BOUND_TO, SAME_PICTURES, ISOLATED, FAULTS));
        CameraFactory factory = cameras.find(camera.get(DRIVER), camera.placeOf(DRIVER));
        StationPlan plan = new StationPlan(
                options.get(NUMBER),
                options.get(DEADLINE),
                options.get(IN_INSPECTION),
                options.get(IN_TRIGGER_ALL),
                options.get(ONCE_TRIGGERS),
                options.get(ONCE_MS));
        Options ofDriver =
                Options.checked(camera.placeOf(DRIVER_SETTINGS), camera.get(DRIVER_SETTINGS), factory.settings());
        // what only the driver knows, such as that one of two settings must stand there
        factory.describe(ofDriver);
        GuardSettings guard = new GuardSettings(
                camera.get(BOUND_TO),
                camera.get(SAME_PICTURES),
                camera.get(ISOLATED),
                FaultPlan.read(camera.placeOf(FAULTS), camera.get(FAULTS)));
        return new StationSettings(place, plan, factory, ofDriver, guard, options.get(JOB), options.get(START_ONLINE));
    }
}
