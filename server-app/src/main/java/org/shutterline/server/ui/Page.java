package org.shutterline.server.ui;

import java.util.Locale;
import org.shutterline.look.Icons;

/** The pages of the rail, in their order. */
enum Page {
    STATIONS(Icons.MONITOR),
    JOBS(Icons.LIST),
    CAMERAS(Icons.CAMERA),
    CONNECTIONS(Icons.SHARE),
    HISTORY(Icons.HISTORY),
    STATISTICS(Icons.CHART),
    LOG(Icons.DOCUMENT);

    private final Icons icon;

    Page(Icons icon) {
        this.icon = icon;
    }

    Icons icon() {
        return icon;
    }

    String words() {
        return UiWords.text("page." + name().toLowerCase(Locale.ROOT));
    }
}
