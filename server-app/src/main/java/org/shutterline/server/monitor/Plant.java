package org.shutterline.server.monitor;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.archive.HistoryQuery;
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.net.PeerStatus;

/**
 * All that the window needs of the rest of the server. It is a peer like any other: commands go in, replies and events
 * come back. Called on the monitor's thread alone; nothing here may block it.
 */
public interface Plant {
    /** The stations as they are set up now, ascending by number; others may come while it runs, none goes. */
    List<StationPlate> stations();

    /**
     * Has a command done as this window's.
     *
     * @param reply takes the reply exactly once, at once or later, on any thread; it only hands it off
     */
    void ask(Command command, Consumer<Reply> reply);

    /**
     * Tells every event from now on, and the live pictures that were asked for by {@link #ask}. Called once, before the
     * first command.
     *
     * @param events takes them on any thread; it only hands them off
     * @return ends it, and the live pictures
     */
    Runnable listen(Consumer<Event> events);

    /** How long the stages of a station's last 1,000 triggers took, in their order, and the whole last as {@code all}; empty before the first. */
    List<StageTimes> stageTimes(int station);

    /** All dialects that are there. Safe for any thread. */
    Collection<Dialect> dialects();

    /** Where the server listens. Safe for any thread. */
    List<ListenerPlate> listeners();

    /**
     * Has silence end the lines of a listener, from now on and after the next start, off this thread.
     *
     * @param port of the listener
     * @param done told once on any thread: why it could not be done; empty if it was
     */
    void endBySilence(int port, int silenceMs, Consumer<Optional<String>> done);

    /** Who is connected, in the order in which they came. */
    List<PeerStatus> peers();

    /**
     * Looks results up, off this thread.
     *
     * @param found takes them once on any thread, newest first; empty if the look-up broke
     */
    void search(HistoryQuery query, Consumer<Optional<List<InspectionResult>>> found);

    /**
     * Keeps what a person says of a part, off this thread.
     *
     * @param said OK or NG; empty takes it back
     * @param done told once on any thread: why it could not be kept; empty if it was
     */
    void say(InspectionResult result, Optional<Verdict> said, Consumer<Optional<String>> done);

    /** What people said of results of these jobs, by id; looked up off this thread, told once on any. */
    void said(Set<String> jobs, Consumer<Map<Long, Verdict>> found);

    /**
     * Finds the version of its job that judged a result, off this thread.
     *
     * @param versionId of the content of the job
     * @param told told once on any thread
     */
    void judgedBy(InspectionResult result, String versionId, Consumer<JudgedBy> told);

    /**
     * Writes the flight record of a result, off this thread.
     *
     * @param wire what passed for it, as people read it
     * @param done told once on any thread: why it could not be written; empty if it was
     */
    void saveFlight(long id, Path file, List<WirePiece> wire, Consumer<Optional<String>> done);

    /** Opens a flight record and runs it again, off this thread; told once on any. */
    void replay(Path file, Consumer<Flight> done);

    /**
     * Writes what a supporter needs into one zip, without secrets, off this thread.
     *
     * @param done told once on any thread: why it could not be written; empty if it was
     */
    void saveSupport(Path file, Consumer<Optional<String>> done);

    /** How the server itself stands. */
    PlantHealth health();
}
