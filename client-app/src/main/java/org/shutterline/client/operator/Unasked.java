package org.shutterline.client.operator;

import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Event;

/** What becomes of what the server tells unasked. On the bench. */
final class Unasked implements Event.Handler<Void> {
    private final StationTalk talk;
    private final Viewing viewing;
    private final Notices notices;

    Unasked(StationTalk talk, Viewing viewing, Notices notices) {
        this.talk = talk;
        this.viewing = viewing;
        this.notices = notices;
    }

    @Override
    public Void finished(Event.Finished event) {
        talk.take(event.result());
        return null;
    }

    @Override
    public Void unsafe(Event.Unsafe event) {
        notices.tell(
                Notice.Topic.CAPTURE,
                Notice.Kind.DATA_LOST,
                Phrase.of("refused." + Code.STORAGE_FAILED),
                Phrase.of("refused.notSafe"));
        return null;
    }

    @Override
    public Void pictureTaken(Event.PictureTaken event) {
        return null; // no server tells it to a client
    }

    @Override
    public Void stateChanged(Event.StateChanged event) {
        if (event.status().station() == talk.station()) {
            talk.askStatus();
        }
        return null;
    }

    @Override
    public Void livePicture(Event.LivePicture event) {
        viewing.livePicture(event);
        return null;
    }
}
