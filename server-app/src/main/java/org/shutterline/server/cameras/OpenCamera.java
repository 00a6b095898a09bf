package org.shutterline.server.cameras;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.server.settings.SettingView;

/**
 * The chosen camera.
 *
 * @param picture what it sees; empty while there is none
 * @param figures of that picture
 * @param live whether it is looked through now
 * @param settings of its driver
 * @param trouble why the last change was not taken
 * @param byHand whether it can be taken away again
 * @param measurable whether the delay of its pictures can be measured and set
 * @param faultsOn whether faults come on demand
 * @param faults which, as a settings file has them
 * @param past the last fault of its station
 */
public record OpenCamera(
        CameraRow row,
        Optional<PlainPicture> picture,
        Optional<PictureFigures> figures,
        boolean live,
        List<SettingView> settings,
        Optional<String> trouble,
        boolean byHand,
        boolean measurable,
        boolean faultsOn,
        Map<String, Object> faults,
        Optional<Past> past) {
    public OpenCamera {
        settings = List.copyOf(settings);
        faults = Map.copyOf(faults);
    }

    /** A fault that was seen. */
    public record Past(Instant at, String why) {}
}
