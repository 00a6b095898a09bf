package org.shutterline.client.ui;

import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import org.shutterline.client.settings.ClientSettings;

/** What screens there are now. */
final class Screens {
    private static final int SEEN_PX = 120;

    private Screens() {}

    /** Whether enough of a window at this place would be seen to get hold of it. */
    static boolean shows(ClientSettings.WindowPlace place) {
        Rectangle title = new Rectangle(place.x(), place.y(), place.width(), 40);
        for (GraphicsDevice screen :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = screen.getDefaultConfiguration().getBounds().intersection(title);
            if (seen.width >= SEEN_PX && seen.height >= 20) {
                return true;
            }
        }
        return false;
    }
}
