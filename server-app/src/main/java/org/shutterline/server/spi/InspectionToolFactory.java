package org.shutterline.server.spi;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Plugin;

/** Makes tools of one kind. Found by {@code META-INF/services}; stateless. */
public interface InspectionToolFactory extends Plugin {
    /** What the tools of this kind can measure. The first one stands on the label in the picture. */
    List<Output> outputs();

    /**
     * Sets a tool up; this may be slow (reading a template, say), the tool itself may not.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if settings contradict each other or a file cannot be used
     */
    InspectionTool create(Options options, JobFiles files);
}
