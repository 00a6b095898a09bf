package org.shutterline.server.ui.connections;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.Preview;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Retold;
import org.shutterline.server.ui.settings.ToolWords;

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
        return Retold.trouble(why);
    }

    /** Where something is wrong, its fields are named: they may have been scrolled away. */
    static String preview(ListenerForm form) {
        Preview preview = form.preview();
        String wrong = Stream.concat(form.own().stream(), form.settings().stream())
                .filter(view -> view.trouble().isPresent())
                .map(view -> ToolWords.setting("listener", view.key()))
                .collect(Collectors.joining(", "));
        return UiWords.text("listener.preview." + preview.stage(), preview.station(), wrong);
    }

    /** What becomes of those who are connected. */
    static String peers(ListenerForm form) {
        if (form.at().isEmpty() || form.peers() == 0) {
            return "";
        }
        return form.peers() == 1 ? UiWords.text("listener.peer") : UiWords.text("listener.peers", form.peers());
    }
}
