package org.shutterline.server.settings;

import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.InspectionToolFactory;

/** All plugins that settings and jobs may name. */
public record Plugins(Catalog<Dialect> dialects, Catalog<CameraFactory> cameras, Catalog<InspectionToolFactory> tools) {

    /** Those on the class path. */
    public static Plugins installed() {
        return new Plugins(
                Catalog.installed("dialect", Dialect.class),
                Catalog.installed("camera", CameraFactory.class),
                Catalog.installed("tool", InspectionToolFactory.class));
    }
}
