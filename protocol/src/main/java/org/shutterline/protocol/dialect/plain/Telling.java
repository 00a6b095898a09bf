package org.shutterline.protocol.dialect.plain;

import java.util.List;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;

/** What is to be done to tell the peer of an event, as far as it wants to know. Used by the conversation's thread. */
final class Telling implements Event.Handler<Runnable> {
    private final Outlet outlet;
    private final Answering answering;
    private final Watched watched;
    private final Format format;
    private final ReplyEnd end;

    /** @param end the one of the last request read */
    Telling(Outlet outlet, Answering answering, Watched watched, Format format, ReplyEnd end) {
        this.outlet = outlet;
        this.answering = answering;
        this.watched = watched;
        this.format = format;
        this.end = end;
    }

    /** The reply to who triggered comes before the event to who watches, and may change the event's format. */
    @Override
    public Runnable finished(Event.Finished event) {
        InspectionResult result = event.result();
        return () -> {
            answering.finished(result);
            watched.tell(result.station(), format.now(), using -> using.resultEvent(result), this::send);
        };
    }

    @Override
    public Runnable unsafe(Event.Unsafe event) {
        return () -> answering.unsafe(event.id());
    }

    /** A trigger has one answer here, the result. */
    @Override
    public Runnable pictureTaken(Event.PictureTaken event) {
        return () -> {};
    }

    @Override
    public Runnable stateChanged(Event.StateChanged event) {
        return () -> watched.tellState(event.status(), format.now(), this::send);
    }

    @Override
    public Runnable livePicture(Event.LivePicture event) {
        Blob blob = event.picture().blob();
        return watched.isLive(event.station()) ? () -> send(event, blob) : blob::close;
    }

    private void send(Event.LivePicture event, Blob blob) {
        int length = blob.bytes().remaining();
        String line = format.now().frameEvent(event.station(), event.picture(), length);
        outlet.sendNewest(event.station(), line, blob, end);
    }

    private void send(String line) {
        outlet.send(List.of(line), List.of(), end);
    }
}
