package org.shutterline.server.station;

import org.shutterline.server.spi.Scene;

/** A scene outside a judgement, for whoever teaches a tool. Used by one thread; its frame outlives it. */
public interface OpenScene extends Scene, AutoCloseable {
    @Override
    void close();
}
