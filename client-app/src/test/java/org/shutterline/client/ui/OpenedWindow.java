package org.shutterline.client.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.shutterline.client.ClientMain;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.TcpLink;
import org.shutterline.client.operator.BenchThread;
import org.shutterline.client.operator.OperatorPresenter;
import org.shutterline.client.operator.Samples;
import org.shutterline.look.Theme;
import org.shutterline.look.Words;

/** The window as the program wires it, over real connections. */
final class OpenedWindow {
    private OpenedWindow() {}

    /**
     * On the event thread.
     *
     * @param keys of captures
     */
    static ClientWindow with(BenchThread bench, SettingsKeeper settings, Supplier<String> keys) {
        Theme.LIGHT.install();
        ClientWindow made = new ClientWindow(
                new Sentences(Words.of(ClientMain.class), ZoneId.of("Europe/Berlin")),
                (view, everyMs) -> new OperatorPresenter(
                        bench,
                        (address, language, listener) ->
                                TcpLink.open(address, language.conversations().get(), LinkTimes.USUAL, listener),
                        Samples.LANGUAGES,
                        new ReconnectDelays(() -> 0),
                        keys,
                        everyMs,
                        view),
                Samples.LANGUAGES.known(),
                settings,
                () -> {});
        made.open(List.of());
        return made;
    }
}
