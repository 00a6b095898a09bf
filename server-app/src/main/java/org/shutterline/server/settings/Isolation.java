package org.shutterline.server.settings;

import java.util.Map;
import org.shutterline.server.spi.InspectionToolFactory;

/** How a kind of tool is made to run in a process of its own. */
@FunctionalInterface
public interface Isolation {
    /** All run in this process, also those that ask for one of their own. */
    Isolation NONE = (kind, settings, memoryMb) -> kind;

    /**
     * The same kind, whose tools run in workers.
     *
     * @param settings of the one tool that is made of it, as the file gives them
     * @param memoryMb the most heap that a worker may have
     */
    InspectionToolFactory isolated(InspectionToolFactory kind, Map<String, Object> settings, int memoryMb);
}
