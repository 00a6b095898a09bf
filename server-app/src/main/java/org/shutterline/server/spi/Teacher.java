package org.shutterline.server.spi;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;

/** Learns settings and files of a tool from pictures of good parts. Stateless; may be slow. */
public interface Teacher {
    /**
     * @param good one picture or several, each with the pose that the tool's fixture found; the first is the one on the screen
     * @param drawn the region that was drawn to learn from; empty if the tool's own region is meant
     * @param options the present settings, of which some may be missing
     * @param files the files that the job has now
     * @return what to change
     * @throws ToolException if nothing can be learned from these pictures, in words for a technician
     */
    Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files) throws ToolException;

    /** Whether the technician draws what is to be learned, apart from the region in which the tool looks. */
    default boolean needsDrawing() {
        return false;
    }
}
