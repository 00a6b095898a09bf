package org.shutterline.server.ui.connections;

import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.Preview;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.UiWords;

/** What is wrong with a listener's settings, and what its preview says where it shows nothing. */
final class ListenerWords {
    private ListenerWords() {}

    /** With its trouble in the words of the window, where it has any. */
    static SettingView worded(SettingView view) {
        return view.troubled(view.trouble().map(ListenerWords::trouble));
    }

    private static String trouble(String why) {
        if (why.equals(ListenerForm.PORT_TAKEN)) {
            return UiWords.text("listener.portTaken");
        }
        if (why.equals(ListenerForm.BAD_ESCAPE)) {
            return UiWords.text("listener.badEscape");
        }
        return why.startsWith("missing") ? UiWords.text("listener.missing") : why;
    }

    static String preview(Preview preview) {
        return UiWords.text("listener.preview." + preview.stage(), preview.station());
    }

    /** What becomes of those who are connected. */
    static String peers(ListenerForm form) {
        if (form.at().isEmpty() || form.peers() == 0) {
            return "";
        }
        return form.peers() == 1 ? UiWords.text("listener.peer") : UiWords.text("listener.peers", form.peers());
    }
}
