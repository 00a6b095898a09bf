package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.spi.Talk;

/** Subscriptions and live pictures. */
class WatchingTest {
    private final Talk talk = Parts.talk();
    private final List<LentBlob> lent = new ArrayList<>();

    @Test
    void tellsEachStateOnceAtOnceAndThenResultsOfEveryOrigin() {
        subscribe("SUBSCRIBE", status(1, StationState.BUSY, "a"), status(2, StationState.FAULT, "b"));
        talk.hears("SUBSCRIBE,OK\n!STATUS,1,READY,a\n!STATUS,2,FAULT,b\n");
        talk.happens(finished(5, 2)).hears("!RESULT,2,OK,5,1.0\n");
        talk.happens(new Event.Finished(Parts.unknown(6, 1, 1, Code.CAMERA_FAILED, "camera away")))
                .hears("!RESULT,1,UNKNOWN,6,1.0,20,camera away\n");
    }

    @Test
    void busyIsNoChange() {
        subscribe("SUBSCRIBE1", status(1, StationState.READY, "a"));
        talk.hears("SUBSCRIBE1,OK\n!STATUS,1,READY,a\n");
        talk.happens(changed(1, StationState.BUSY, "a"))
                .happens(changed(1, StationState.READY, "a"))
                .hearsNothing();
        talk.happens(changed(1, StationState.OFFLINE, "a")).hears("!STATUS,1,OFFLINE,a\n");
        talk.happens(changed(1, StationState.BUSY, "a")).hears("!STATUS,1,READY,a\n");
        talk.happens(changed(1, StationState.BUSY, "b")).hears("!STATUS,1,READY,b\n");
    }

    @Test
    void onlyOfTheStationsAskedFor() {
        subscribe("SUBSCRIBE1", status(1, StationState.READY, "a"));
        talk.hears("SUBSCRIBE1,OK\n!STATUS,1,READY,a\n");
        talk.happens(finished(5, 2))
                .happens(changed(2, StationState.FAULT, "a"))
                .hearsNothing();
        talk.happens(finished(6, 1)).hears("!RESULT,1,OK,6,1.0\n");
        subscribe("SUBSCRIBE", status(1, StationState.READY, "a"), status(2, StationState.READY, "a"));
        talk.hears("SUBSCRIBE,OK\n!STATUS,1,READY,a\n!STATUS,2,READY,a\n");
        talk.says("UNSUBSCRIBE1\n").replies(new Reply.Done()).hears("UNSUBSCRIBE1,OK\n");
        talk.happens(finished(7, 1)).hearsNothing().happens(finished(8, 2)).hears("!RESULT,2,OK,8,1.0\n");
        talk.says("UNSUBSCRIBE\n").replies(new Reply.Done()).hears("UNSUBSCRIBE,OK\n");
        talk.happens(finished(9, 2))
                .happens(changed(2, StationState.FAULT, "a"))
                .hearsNothing();
    }

    @Test
    void nothingIsMissedWhileTheReplyWaitsForAnother() {
        talk.says("T1\nSUBSCRIBE2\n").replies(new Reply.Accepted(9, false));
        talk.replies(new Reply.Subscribed(List.of(status(2, StationState.READY, "a"))));
        talk.happens(finished(8, 2))
                .hearsNothing()
                .happens(changed(2, StationState.FAULT, "a"))
                .hearsNothing();
        talk.happens(finished(9, 1))
                .hears("T1,OK,9,1.0\nSUBSCRIBE2,OK\n!STATUS,2,READY,a\n!RESULT,2,OK,8,1.0\n" + "!STATUS,2,FAULT,a\n");
        talk.happens(finished(10, 2)).hears("!RESULT,2,OK,10,1.0\n");
    }

    @Test
    void aRefusedSubscriptionIsNone() {
        talk.says("SUBSCRIBE9\n").replies(new Reply.Refused(Code.NO_SUCH_STATION));
        talk.hears("ER,SUBSCRIBE9,10,no such station\n").happens(finished(1, 9)).hearsNothing();
    }

    @Test
    void ownTriggersAreTold() {
        subscribe("SUBSCRIBE1");
        talk.hears("SUBSCRIBE1,OK\n").says("T1\n").replies(new Reply.Accepted(5, false));
        talk.happens(finished(5, 1)).hears("T1,OK,5,1.0\n!RESULT,1,OK,5,1.0\n");
    }

    @Test
    void livePicturesFollowTheOkOnlyTheNewestAndNoneAfterOff() {
        talk.says("LIVE1,ON\n").happens(live(1)).replies(new Reply.Done()).hears("LIVE1,OK\n");
        talk.writesNewest(1).hearsNothing();
        talk.happens(live(1))
                .happens(live(1))
                .happens(live(2))
                .hearsNothing()
                .writesNewest(1)
                .hears("!FRAME,1,jpeg,4,2,3\nabc");
        talk.happens(live(1)).says("LIVE1,OFF\n").replies(new Reply.Done()).hears("LIVE1,OK\n");
        talk.writesNewest(1).happens(live(1)).writesNewest(1).hearsNothing();
        assertThat(lent).hasSize(6).allMatch(LentBlob::isClosedOnce);
    }

    @Test
    void twoTimesOnIsStillOn() {
        talk.says("LIVE1,ON\nLIVE1,ON,5\n").replies(new Reply.Done()).replies(new Reply.Done());
        talk.hears("LIVE1,OK\nLIVE1,OK\n").happens(live(1)).writesNewest(1).hears("!FRAME,1,jpeg,4,2,3\nabc");
    }

    @Test
    void liveInJson() {
        talk.says("FORMAT,JSON\nLIVE1,ON\n").replies(new Reply.Done());
        talk.hears("{\"re\":\"FORMAT\",\"status\":\"OK\"}\n{\"re\":\"LIVE1\",\"status\":\"OK\"}\n");
        talk.happens(live(1))
                .writesNewest(1)
                .hears(
                        "{\"event\":\"FRAME\",\"status\":\"OK\",\"station\":1,\"format\":\"jpeg\",\"width\":4,\"height\":2,\"length\":3}\nabc");
    }

    @Test
    void everyPictureThatIsNotSentIsGivenBack() {
        talk.says("LIVE1,ON\nIMAGE,5\nIMAGE,6\n").repliesToLast(picture()).isCutOff();
        assertThat(lent).singleElement().matches(LentBlob::isClosedOnce);
        talk.repliesToLast(picture()).happens(live(1));
        assertThat(lent).hasSize(3).allMatch(LentBlob::isClosedOnce);
    }

    @Test
    void aPictureHeldForTheFirstCrIsGivenBackToo() {
        talk.says("IMAGE,5\r").replies(picture()).isCutOff();
        assertThat(lent).singleElement().matches(LentBlob::isClosedOnce);
    }

    @Test
    void aPictureForATicketThatIsNotOwedIsGivenBack() {
        Parts.server(Map.of()).replied(77, picture(), 0);
        assertThat(lent).singleElement().matches(LentBlob::isClosedOnce);
    }

    private void subscribe(String line, StationStatus... now) {
        talk.says(line + "\n").replies(new Reply.Subscribed(List.of(now)));
    }

    private static StationStatus status(int station, StationState state, String job) {
        return Parts.status(station, state, job);
    }

    private static Event changed(int station, StationState state, String job) {
        return new Event.StateChanged(status(station, state, job));
    }

    private static Event finished(long id, int station) {
        return new Event.Finished(Parts.ok(id, station, 1));
    }

    private Event live(int station) {
        return new Event.LivePicture(station, new Picture("jpeg", 4, 2, lend()));
    }

    private Reply picture() {
        return new Reply.PictureOf(5, new Picture("jpeg", 4, 2, lend()));
    }

    private LentBlob lend() {
        LentBlob blob = new LentBlob();
        lent.add(blob);
        return blob;
    }
}
