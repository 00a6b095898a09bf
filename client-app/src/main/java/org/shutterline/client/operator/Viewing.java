package org.shutterline.client.operator;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.shutterline.client.language.Ability;
import org.shutterline.client.link.Asked;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;

/**
 * What the operator looks at: the newest result, one that was brought back, or live pictures. Pictures are fetched for that
 * and for the film. On the bench.
 */
final class Viewing {
    private final Bench bench;
    private final StationTalk talk;
    private final Runnable changed;
    private final FilmRoll film;
    private final PictureDesk pictures;
    private final LivePictures live;
    private String trend = "";

    /**
     * @param log the results that there are
     * @param changed told when something else is to be seen
     */
    Viewing(
            Bench bench,
            BiConsumer<Command, Asked> link,
            Predicate<Ability> can,
            StationTalk talk,
            ResultLog log,
            Runnable changed) {
        this.bench = bench;
        this.talk = talk;
        this.changed = changed;
        this.film = new FilmRoll(log);
        this.pictures = new PictureDesk(link, can, changed);
        this.live = new LivePictures(bench, talk, can, pictures);
    }

    void pick(long id) {
        film.pick(id);
        look();
    }

    void pickNewest() {
        film.pickNewest();
        look();
    }

    void showLive(boolean on) {
        live.want(on);
        look();
    }

    void chooseTrend(String name) {
        trend = name;
    }

    /** Asks for the pictures of what is in view; to be called too when there are other results. */
    void look() {
        pictures.want(live.isWanted() ? Optional.empty() : film.shown(), film.frames());
        changed.run();
    }

    /** A connection stands anew. */
    void restart() {
        pictures.restart();
        live.restart();
    }

    /** The connection is about to be given up. */
    void pause() {
        live.pause();
    }

    /** Another station is looked at, before the old one is left. */
    void leave() {
        live.end();
        startOver();
    }

    /** Nothing that was seen belongs to the results that come now. */
    void startOver() {
        film.pickNewest();
        pictures.clear();
    }

    void livePicture(Event.LivePicture event) {
        live.came(event);
    }

    /** The result in view. */
    Optional<InspectionResult> shown() {
        return film.shown();
    }

    /** Whether it was brought back and is not the newest. */
    boolean isEarlier() {
        return film.earlier();
    }

    /** Results that came since it was brought back. */
    int newSince() {
        return film.newSince();
    }

    boolean isLive() {
        return live.isWanted();
    }

    /** @param connected whether the connection stands */
    OperatorState.ShownPicture picture(boolean connected) {
        return pictures.shown(connected, live.isWanted(), bench.now(), talk.serverAhead());
    }

    List<OperatorState.FilmFrame> film() {
        return film.frames().stream()
                .map(result -> new OperatorState.FilmFrame(result, pictures.thumbnail(result.id())))
                .toList();
    }

    /** The chosen value over the film. */
    Trend trend() {
        return Trend.of(film.frames(), trend);
    }
}
