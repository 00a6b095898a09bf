package org.shutterline.server.monitor;

import java.nio.file.Path;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.doctor.Fix;

/** What a technician may want. Safe for any thread; each call returns at once and its effect comes as a state. */
public interface MonitorActions {
    void chooseStation(int number);

    /** Trigger the chosen station, as this window's own. */
    void trigger();

    /** Live pictures of the chosen station on or off. */
    void live(boolean on);

    /** Takes the chosen station online or offline; the window has asked before. */
    void online(boolean yes);

    void changeJob(String job);

    /** Shows an earlier result of the chosen station. */
    void showEarlier(long id);

    /** Follows the newest result again. */
    void showNewest();

    /** Whether anyone looks at the stations; while nobody does, no picture is fetched. */
    void watching(boolean stations);

    /** Has done what the doctor offers. */
    void fix(Fix fix);

    void showTraffic(TrafficChoice choice, String find);

    void pauseTraffic(boolean paused);

    /** Saves the traffic in view as CSV. */
    void saveTraffic(Path file);

    void findResults(HistoryFilter filter);

    /** The next page of older results. */
    void findMore();

    /** Shows one of the found results in full. */
    void showFound(long id);

    /** Saves the results in view as CSV. */
    void saveResults(Path file);

    /** What a person says of the part of the found result that is shown; empty takes it back. */
    void sayOfFound(Optional<Verdict> said);

    /** Saves the found result that is shown as a flight record. */
    void saveFlight(Path file);

    /** Opens a flight record and runs it again. */
    void openFlight(Path file);

    /** What a supporter needs, as one zip. */
    void saveSupport(Path file);

    void showLog(LogRow.Level least, String find);
}
