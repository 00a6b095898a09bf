package org.shutterline.client.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shutterline.client.link.Asked;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;

class PictureDeskTest {
    private final List<Long> sources = new ArrayList<>();
    private final List<Long> thumbnails = new ArrayList<>();
    private Code refusal = Code.PICTURE_NOT_KEPT;
    private final PictureDesk desk = new PictureDesk(this::refuse, ability -> true, () -> {});

    private void refuse(Command command, Asked asked) {
        if (command instanceof Command.FetchPicture fetch) {
            (fetch.view() == PictureView.SOURCE ? sources : thumbnails).add(fetch.id());
        }
        asked.replied(new Reply.Refused(refusal), "as scripted");
    }

    private void want(long id) {
        InspectionResult result = Samples.result(id, Verdict.OK);
        desk.want(Optional.of(result), List.of(result));
    }

    private OperatorState.PictureKind kind() {
        return desk.shown(true, false, Samples.START.toInstant(), Duration.ZERO).kind();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SUCH_RESULT", "PICTURE_NOT_KEPT"})
    void asksOnlyOnceForWhatIsNotKept(Code code) {
        refusal = code;
        want(5);
        want(5);

        assertThat(sources).containsExactly(5L);
        assertThat(thumbnails).containsExactly(5L);
        assertThat(kind()).isEqualTo(OperatorState.PictureKind.NOT_KEPT);
    }

    @Test
    void asksAgainWithTheNextWishAfterARefusalThatMayPass() {
        refusal = Code.INTERNAL_ERROR;
        want(5);
        assertThat(sources).as("not at once").containsExactly(5L);
        assertThat(kind()).isEqualTo(OperatorState.PictureKind.NONE);
        want(5);

        assertThat(sources).containsExactly(5L, 5L);
        assertThat(thumbnails).containsExactly(5L, 5L);
    }

    @Test
    void remembersOnlyTheLast500ThatAreNotKept() {
        for (long id = 1; id <= 501; id++) {
            want(id);
        }
        sources.clear();
        thumbnails.clear();
        want(2);
        assertThat(sources).isEmpty();
        assertThat(thumbnails).isEmpty();

        want(1);
        assertThat(sources).containsExactly(1L);
        assertThat(thumbnails).containsExactly(1L);
    }
}
