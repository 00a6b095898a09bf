package org.shutterline.server.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.InspectionToolFactory;

/** All that teaching needs of the rest of the server. What blocks is called on the editor's own threads. */
public interface Workshop {
    JobStore jobs();

    Catalog<InspectionToolFactory> tools();

    /** A folder for files of drafts; emptied at each start. */
    Path scratch();

    /** A folder for drafts that are not saved yet; stays from one start to the next. */
    default Path keptDrafts() {
        return scratch().resolveSibling("kept-drafts");
    }

    /** Whether whoever sits at the window may change jobs. */
    default boolean mayTeach() {
        return true;
    }

    /**
     * Takes a job for the window, or goes on with it, so that nobody else changes it meanwhile.
     *
     * @return who else has it; empty if it is the window's now
     */
    default Optional<OtherEditor> claim(String job) {
        return Optional.empty();
    }

    /** Others may change the job again. */
    default void release(String job) {
        // where nobody else is there is nothing to be freed
    }

    /** The numbers of the stations. */
    List<Integer> stations();

    /** How long a station may take for an answer, milliseconds. */
    int deadlineMs(int station);

    /** The name of the job that a station runs. */
    String activeJob(int station);

    /** The id of the version of it that a station judges by. */
    String activeVersion(int station);

    /** The newest results of a station, newest first. Blocks. */
    List<InspectionResult> newest(int station, int most);

    Optional<InspectionResult> result(long id);

    /** The picture of a result, mono8 or bgr8; empty if it is not kept. Blocks. */
    Optional<PlainPicture> picture(long id);

    /**
     * A new picture of a station that is offline. Blocks.
     *
     * @throws CameraException if there is none, or the station is online
     */
    PlainPicture look(int station) throws CameraException, InterruptedException;

    /** Has a command done as this window's. */
    void ask(Command command, Consumer<Reply> reply);
}
