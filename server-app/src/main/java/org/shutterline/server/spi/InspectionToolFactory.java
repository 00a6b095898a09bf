package org.shutterline.server.spi;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Plugin;
import org.shutterline.protocol.plugin.Setting;

/** Makes tools of one kind. Found by {@code META-INF/services}; stateless. */
public interface InspectionToolFactory extends Plugin {
    /** What the tools of this kind can measure. The first one stands on the label in the picture. */
    List<Output> outputs();

    /** The same for a kind whose settings decide what is measured. */
    default List<Output> outputs(Options options) {
        return outputs();
    }

    /**
     * Sets a tool up; this may be slow (reading a template, say), the tool itself may not.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if settings contradict each other or a file cannot be used
     */
    InspectionTool create(Options options, JobFiles files);

    /** Whether its findings say how the part lies, so that the regions of later tools can move with it. */
    default boolean findsPose() {
        return false;
    }

    /** Whether its findings say where later tools measure lengths in mm. */
    default boolean calibrates() {
        return false;
    }

    /**
     * Those of its settings that name a program which is started, with its arguments. A job that comes in a file of somebody
     * else, or is changed by a client, may only name programs that the settings of the station allow.
     */
    default List<Setting<List<String>>> programs() {
        return List.of();
    }

    /**
     * What it takes from tools that run before it, as {@code tool} or {@code tool.output}. A job that has no such tool before
     * it, or gives a length in px to a tool that measures in mm, is refused when it is read.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if it cannot be told
     */
    default List<String> refersTo(Options options) {
        return List.of();
    }

    /**
     * Whether it can find a part wrong by itself, as it is set: its feature is missing, or not what was expected. One that only
     * measures, and leaves it to limits on its values to judge, cannot; a technician is warned of one without limits.
     */
    default boolean judges(Options options) {
        return true;
    }

    /** How it learns from pictures of good parts; empty if there is nothing to learn. */
    default Optional<Teacher> teacher() {
        return Optional.empty();
    }
}
