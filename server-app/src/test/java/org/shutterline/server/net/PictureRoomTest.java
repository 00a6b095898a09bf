package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerStep.Ask;

class PictureRoomTest {
    private final PictureRoom room = new PictureRoom(1);
    private final List<String> woken = new ArrayList<>();
    private final PictureGate first = gate("first");
    private final PictureGate second = gate("second");
    private final PictureGate third = gate("third");

    private PictureGate gate(String name) {
        return new PictureGate(room, () -> woken.add(name), () -> {});
    }

    private static Ask ask(long ticket) {
        return new Ask(ticket, new Command.FetchPicture(1, PictureFormat.RAW, PictureView.SOURCE));
    }

    private static Reply picture() {
        return new Reply.PictureOf(1, new Picture("mono8", 1, 1, Blob.of(new byte[1])));
    }

    private static void close(Reply reply) {
        ((Reply.PictureOf) reply).picture().blob().close();
    }

    @Test
    void onePictureOfAllIsThereAtATimeAndTheNextComesInTurn() {
        assertThat(first.admits(ask(1))).isTrue();
        assertThat(second.admits(ask(2))).isFalse();
        assertThat(third.admits(ask(3))).isFalse();
        Reply there = first.watched(picture());
        assertThat(second.hasNext()).isFalse();
        close(there);
        close(there);
        assertThat(woken).containsExactly("second");
        assertThat(third.next()).as("not its turn").isEmpty();
        assertThat(second.next()).contains(ask(2));
        assertThat(second.admits(ask(2))).isTrue();
        assertThat(third.next()).isEmpty();
    }

    @Test
    void aRefusalGivesTheRoomBack() {
        first.admits(ask(1));
        second.admits(ask(2));
        first.watched(new Reply.Refused(Code.NO_SUCH_RESULT));
        assertThat(second.next()).contains(ask(2));
    }

    @Test
    void whoGoesWhileItWaitsIsInNobodysWay() {
        first.admits(ask(1));
        second.admits(ask(2));
        third.admits(ask(3));
        second.close();
        close(first.watched(picture()));
        assertThat(woken).contains("third");
        assertThat(third.next()).contains(ask(3));
    }

    @Test
    void whoGoesBeforeItAskedGivesTheRoomBack() {
        first.admits(ask(1));
        second.admits(ask(2));
        close(first.watched(picture()));
        assertThat(second.next()).isEqualTo(Optional.of(ask(2)));
        second.close();
        assertThat(third.admits(ask(3))).isTrue();
    }

    @Test
    void whoGoesWhileItsPictureIsFetchedGivesTheRoomBackWhenItComes() {
        first.admits(ask(1));
        first.close();
        assertThat(second.admits(ask(2))).isFalse();
        close(first.watched(picture()));
        assertThat(second.next()).contains(ask(2));
    }
}
