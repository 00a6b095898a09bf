package org.shutterline.client.ui;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.shutterline.client.settings.ClientSettings;

/** The settings in use, on the event thread; each change is handed on to be written. */
public final class SettingsKeeper {
    private final Consumer<ClientSettings> written;
    private ClientSettings settings;

    /** @param written must return at once */
    public SettingsKeeper(ClientSettings settings, Consumer<ClientSettings> written) {
        this.settings = settings;
        this.written = written;
    }

    ClientSettings settings() {
        return settings;
    }

    void change(UnaryOperator<ClientSettings> how) {
        ClientSettings changed = how.apply(settings);
        if (!changed.equals(settings)) {
            settings = changed;
            written.accept(changed);
        }
    }
}
