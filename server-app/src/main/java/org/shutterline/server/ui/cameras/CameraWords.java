package org.shutterline.server.ui.cameras;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.cameras.CameraRow;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.ToolWords;

/** What a camera is called, and what is wrong with it, with its settings called as their rows are. */
final class CameraWords {
    private static final Pattern SETTING = Pattern.compile("settings\\.(\\w+): (.*)", Pattern.DOTALL);

    private CameraWords() {}

    /** What is known of it, else its kind. */
    static String name(CameraRow row) {
        return row.name().equals(row.driverTitle()) ? kind(row.driver(), row.driverTitle()) : row.name();
    }

    /** Whether it works for triggers and is not to be touched. */
    static boolean isOnline(CameraRow row) {
        return row.state()
                .filter(state -> state == StationState.READY || state == StationState.BUSY)
                .isPresent();
    }

    static String kind(String driver, String title) {
        String key = "driver." + driver;
        return ToolWords.word(key).orElse(title);
    }

    /** @param why in the words of the server */
    static String of(String why) {
        Matcher setting = SETTING.matcher(why);
        if (!setting.matches()) {
            return why;
        }
        String word = ToolWords.setting("camera", setting.group(1));
        return setting.group(2).startsWith("missing")
                ? UiWords.text("cameras.missing", word)
                : word + ": " + setting.group(2);
    }
}
