package org.shutterline.server.camera.gige;

import java.util.Arrays;
import java.util.Map;
import org.shutterline.server.spi.CameraException;

/** Sets all settings of a camera, since it keeps those of the program before. */
final class CameraSetup {
    private static final Map<String, String> SWITCHES = Map.of("true", "On", "false", "Off");

    private final GenicamDevice device;
    private final GigeSettings settings;

    CameraSetup(GenicamDevice device, GigeSettings settings) {
        this.device = device;
        this.settings = settings;
    }

    /** Sets them, and tells what pictures come of it. */
    PictureKind apply() throws CameraException {
        if (!device.isOurs()) {
            throw new CameraException(
                    CameraException.Kind.CAMERA_AWAY,
                    "another program holds the camera " + settings.which() + ", or one that died a moment ago");
        }
        device.stop();
        device.untrigger();
        device.takeWithoutEnd();
        device.pixelFormat(settings.pixelFormat().genicam());
        region();
        light(settings.light());
        device.packetSize(settings.packetSizeBytes());
        trigger(settings.trigger());
        return pictures();
    }

    /** Sets what may be set at any time; a new frame rate switches triggers off, so that they are set again. */
    void light(GigeSettings.Light light) throws CameraException {
        if (light.exposureUs().isPresent()) {
            device.exposureUs(light.exposureUs().get());
        }
        if (light.gainDb().isPresent()) {
            device.gainDb(light.gainDb().get());
        }
        if (light.frameRate().isPresent()) {
            device.frameRate(light.frameRate().get());
        }
    }

    /** Sets what lets it expose. After the trigger of the settings come the features, so that what stands there holds. */
    void trigger(TriggerMode mode) throws CameraException {
        if (mode == TriggerMode.FREE) {
            device.untrigger();
        } else {
            device.triggerBy(mode);
        }
        if (mode == settings.trigger()) {
            for (Map.Entry<String, String> feature : settings.features().entrySet()) {
                set(feature.getKey(), feature.getValue());
            }
        }
    }

    /** The file's own Off and On have become false and true; the camera may have meant its words. */
    private void set(String feature, String value) throws CameraException {
        try {
            device.set(feature, value);
        } catch (CameraException refused) {
            if (!SWITCHES.containsKey(value)) {
                throw refused;
            }
            try {
                device.set(feature, SWITCHES.get(value));
            } catch (CameraException notSoEither) {
                throw refused;
            }
        }
    }

    private void region() throws CameraException {
        GigeSettings.Area area = settings.area();
        device.region(0, 0, -1, -1);
        int mostWidthPx = device.mostWidthPx();
        int mostHeightPx = device.mostHeightPx();
        int widthPx = area.widthPx().orElse(mostWidthPx - area.x());
        int heightPx = area.heightPx().orElse(mostHeightPx - area.y());
        int[] wanted = {area.x(), area.y(), widthPx, heightPx};
        if (widthPx < 1 || heightPx < 1 || area.x() + widthPx > mostWidthPx || area.y() + heightPx > mostHeightPx) {
            throw notPossible(wanted, "its sensor has " + mostWidthPx + " x " + mostHeightPx + " px");
        }
        device.region(area.x(), area.y(), widthPx, heightPx);
        int[] set = device.region();
        if (!Arrays.equals(set, wanted)) {
            throw notPossible(wanted, "next to it is " + words(set));
        }
    }

    private static CameraException notPossible(int[] region, String why) {
        return new CameraException(
                CameraException.Kind.CAMERA_AWAY, "the camera cannot take the region " + words(region) + "; " + why);
    }

    private PictureKind pictures() throws CameraException {
        int[] region = device.region();
        return new PictureKind(region[2], region[3], settings.pixelFormat(), device.payloadBytes());
    }

    private static String words(int[] region) {
        return region[2] + " x " + region[3] + " px at " + region[0] + ", " + region[1];
    }
}
