package org.shutterline.server.net;

import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;

/**
 * What whoever connects next to a listener finds there.
 *
 * @param options of the dialect
 * @param sessions those who came under the same settings
 */
record Terms(ListenerSettings settings, Dialect dialect, Options options, Sessions sessions) {
    static Terms of(ListenerSettings settings, Dialect dialect) {
        return new Terms(settings, dialect, settings.options(), new Sessions(settings));
    }

    Terms with(Options changed) {
        return new Terms(settings, dialect, changed, sessions);
    }
}
