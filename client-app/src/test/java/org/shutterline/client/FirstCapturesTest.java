package org.shutterline.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.operator.HandCrankedBench;
import org.shutterline.client.operator.OperatorPresenter;
import org.shutterline.client.operator.RecordingView;
import org.shutterline.client.operator.Samples;
import org.shutterline.client.operator.ScriptedLink;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;

class FirstCapturesTest {
    private final HandCrankedBench bench = new HandCrankedBench(Samples.START.toInstant());
    private final ScriptedLink server = new ScriptedLink();

    @Test
    void capturesOneAfterTheOtherAndThenNoMore() {
        FirstCaptures first = new FirstCaptures(2, new RecordingView());
        OperatorPresenter presenter = new OperatorPresenter(
                bench, server, Samples.LANGUAGES, new ReconnectDelays(() -> 0), () -> "k", 500, first);
        first.by(presenter);
        presenter.connect("10.0.3.20:7501");
        bench.settle();
        assertThat(server.asked(Command.Trigger.class)).isEmpty();

        server.answersFirst();
        bench.settle();
        server.replies(Command.ListStations.class, new Reply.Stations(List.of(1)));
        bench.settle();
        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(StationState.READY, 0, 0, 0)));
        bench.settle();
        assertThat(server.asked(Command.Trigger.class)).hasSize(1);

        for (long id = 1; id <= 2; id++) {
            server.replies(Command.Trigger.class, new Reply.Found(Samples.result(id, Verdict.OK)));
            bench.settle();
        }
        assertThat(server.asked(Command.Trigger.class)).hasSize(2);
        assertThat(server.waits(Command.Trigger.class)).isFalse();
    }
}
