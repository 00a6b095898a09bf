package org.shutterline.client.operator;

import java.util.function.Predicate;
import org.shutterline.client.language.Ability;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;

/** The live pictures of the station in view: begun, shown, and ended before the station or the connection changes. On the bench. */
final class LivePictures {
    private static final int FPS = 10;

    private final Bench bench;
    private final StationTalk talk;
    private final Predicate<Ability> can;
    private final PictureDesk pictures;
    private boolean wanted;

    LivePictures(Bench bench, StationTalk talk, Predicate<Ability> can, PictureDesk pictures) {
        this.bench = bench;
        this.talk = talk;
        this.can = can;
        this.pictures = pictures;
    }

    boolean isWanted() {
        return wanted;
    }

    void want(boolean on) {
        wanted = on && can.test(Ability.LIVE);
        ask();
    }

    private void ask() {
        if (can.test(Ability.LIVE)) {
            talk.tell(wanted ? new Command.StartLive(talk.station(), FPS) : new Command.StopLive(talk.station()));
        }
    }

    /** A connection stands anew. */
    void restart() {
        if (wanted) {
            ask();
        }
    }

    /** The server sends no more of this station; before the connection changes, on which they are wanted again. */
    void pause() {
        if (wanted) {
            talk.tell(new Command.StopLive(talk.station()));
        }
    }

    /** The same before the station changes. */
    void end() {
        pause();
        wanted = false;
    }

    void came(Event.LivePicture event) {
        if (wanted && event.station() == talk.station()) {
            pictures.live(event.picture(), bench.now());
        } else {
            event.picture().blob().close();
        }
    }
}
