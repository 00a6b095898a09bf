package org.shutterline.client.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shutterline.client.language.Ability;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationStatus;

/**
 * All that an operator sees of one station at one moment.
 *
 * @param now the time of day of this state, for ages and countdowns
 * @param connection how the connection stands
 * @param language in which the station is talked to
 * @param abilities what can be said in it
 * @param stations the numbers of the server's stations, empty while not known
 * @param station the chosen one, 1 to 99
 * @param status what the station last said of itself
 * @param job by which it works, empty if it was not told
 * @param jobs that it can change to, as far as it told them
 * @param newest its newest result
 * @param shown the result that is shown: the newest, or one brought back from the film
 * @param earlier the shown result was brought back and is not the newest
 * @param newSince results that came since one was brought back
 * @param picture the picture that is shown
 * @param live whether live pictures are wanted
 * @param film the last results, newest first
 * @param counts results since the counters were reset
 * @param trend the chosen value over the last results
 * @param capture whether a picture can be taken now
 * @param repeat the repeated capture
 * @param returned a part that was not captured and belongs back in its field
 * @param notices what should be known, gravest first
 */
public record OperatorState(
        Instant now,
        Connection connection,
        LanguageChoice language,
        Set<Ability> abilities,
        List<Integer> stations,
        int station,
        Optional<StationStatus> status,
        String job,
        List<String> jobs,
        Optional<InspectionResult> newest,
        Optional<InspectionResult> shown,
        boolean earlier,
        int newSince,
        ShownPicture picture,
        boolean live,
        List<FilmFrame> film,
        Counts counts,
        Trend trend,
        Capture capture,
        Repeat repeat,
        Optional<ReturnedPart> returned,
        List<Notice> notices) {
    public OperatorState {
        abilities = Set.copyOf(abilities);
        stations = List.copyOf(stations);
        jobs = List.copyOf(jobs);
        film = List.copyOf(film);
        notices = List.copyOf(notices);
    }

    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    /** How far a connection has come. */
    public enum Phase {
        /** Nobody wants one. */
        NONE,
        CONNECTING,
        CONNECTED,
        /** It broke or did not come about, and is tried again. */
        WAITING
    }

    /**
     * @param address of the server, empty before the first
     * @param roundTripMs of the last sign of life, while connected
     * @param user as whom this window logs in, empty for nobody
     * @param role what may be done here, as far as the server said it
     */
    public record Connection(
            Phase phase, String address, OptionalDouble roundTripMs, String user, Optional<Role> role) {
        /** Whether the server lets this window do what needs that role; what it did not say it may still refuse. */
        public boolean mayDo(Role needed) {
            return role.map(has -> has.mayDo(needed)).orElse(true);
        }

        public boolean stands() {
            return phase == Phase.CONNECTED;
        }
    }

    /**
     * @param kind what it shows
     * @param picture encoded; empty where nothing is shown
     * @param resultId whose picture it is, 0 for a live one
     * @param takenAt when the picture was taken, by the server's clock, or when a live one came
     * @param age since it came here, in whole seconds; told for an old one
     * @param overlays what the tools looked at and found; empty for live ones
     */
    public record ShownPicture(
            PictureKind kind,
            Optional<PlainPicture> picture,
            long resultId,
            Optional<Instant> takenAt,
            long ageS,
            List<Overlay> overlays) {
        public ShownPicture {
            overlays = List.copyOf(overlays);
        }
    }

    /** What the picture on the screen is. */
    public enum PictureKind {
        /** Nothing yet. */
        NONE,
        /** The one of the shown result. */
        OF_RESULT,
        /** A live one. */
        LIVE,
        /** Not of what is shown beside it, or from before the connection broke. */
        OLD,
        /** The shown result has none that could be fetched. */
        NOT_KEPT,
        /** The language of the station has no pictures. */
        NOT_IN_LANGUAGE
    }

    /** @param thumbnail empty until it has come */
    public record FilmFrame(InspectionResult result, Optional<PlainPicture> thumbnail) {}

    /**
     * @param perMinute results a minute lately, if any came
     */
    public record Counts(long ok, long ng, long unknown, OptionalDouble perMinute) {
        /** OK of all in percent, if there is any. */
        public OptionalDouble yieldPercent() {
            long all = ok + ng + unknown;
            return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * ok / all);
        }
    }

    /** Why a picture can or cannot be taken. */
    public enum Capture {
        READY,
        RUNNING,
        NO_CONNECTION,
        OFFLINE,
        FAULT,
        /** The station only tells results in its language. */
        NOT_IN_LANGUAGE,
        /** The role of this window does not allow it. */
        NOT_ALLOWED
    }

    /**
     * @param everyMs from one capture to the next
     * @param skipped times at which the one before was still running, since it was switched on
     */
    public record Repeat(boolean on, int everyMs, long skipped) {}

    /** @param number rises with each returned part, so that each is put back once */
    public record ReturnedPart(long number, String part) {}
}
