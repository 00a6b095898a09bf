package org.shutterline.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/**
 * The peer's side against a device that says anything: nothing is thrown, each question has one reply at most, nothing more
 * is made of a device that was taken for another, and no part is good of which the device did not say so.
 */
final class ClientPlay implements ClientStep.Handler<Boolean> {
    private static final int ASK = 1;
    private static final int PING = 2;
    private static final List<Command> COMMANDS = List.of(
            new Command.Trigger(1, TriggerRequest.PLAIN),
            new Command.LastResult(1),
            new Command.AskStatus(1),
            new Command.AskJob(1),
            new Command.ChangeJob(1, "plate-A"),
            new Command.GetParameter(1, "hole.low"),
            new Command.SetParameter(1, "hole.low", "3.5"),
            new Command.FetchPicture(1, PictureFormat.RAW, PictureView.SOURCE),
            new Command.Subscribe(OptionalInt.empty()),
            new Command.Unsubscribe(OptionalInt.of(1)),
            new Command.GoOnline(1),
            new Command.GoOffline(1),
            new Command.ResetCounters(1),
            new Command.ResultsSince(1, 3, 10),
            new Command.FindResult(3),
            new Command.ListJobs(1),
            new Command.ListStations(),
            new Command.FetchDetail(3),
            new Command.AskTimes(1),
            new Command.AskHealth(),
            new Command.Trigger(7, TriggerRequest.PLAIN));

    private final ClientConversation conversation;
    private final Pattern good;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream allSaid = new ByteArrayOutputStream();
    private final Set<Long> open = new HashSet<>();
    private long tickets;
    private boolean broken;

    ClientPlay(ClientConversation conversation, Pattern good) {
        this.conversation = conversation;
        this.good = good;
    }

    void play(ByteBuffer input) {
        take(conversation.opened("fuzz", 0));
        while (input.hasRemaining() && !broken) {
            happen(Play.next(input), input);
        }
        cut();
    }

    private void happen(int one, ByteBuffer input) {
        switch (one) {
            case ASK -> {
                cut();
                if (!broken) {
                    open.add(++tickets);
                    take(conversation.ask(tickets, COMMANDS.get(Play.next(input) % COMMANDS.size())));
                }
            }
            case PING -> {
                cut();
                if (!broken) {
                    open.add(++tickets);
                    take(conversation.ping(tickets));
                }
            }
            case Play.CUT -> cut();
            case Play.LITERAL -> said.write(Play.next(input));
            default -> said.write(one);
        }
    }

    private void cut() {
        byte[] piece = said.toByteArray();
        said.reset();
        if (piece.length > 0 && !broken) {
            allSaid.writeBytes(piece);
            take(conversation.received(ByteBuffer.wrap(piece)));
        }
    }

    private void take(List<ClientStep> steps) {
        steps.forEach(step -> step.answerBy(this));
    }

    @Override
    public Boolean send(ClientStep.Send step) {
        assertThat(step.bytes()).isNotEmpty();
        return true;
    }

    @Override
    public Boolean replied(ClientStep.Replied step) {
        assertThat(broken).as("a reply of a device that is another one").isFalse();
        assertThat(open.remove(step.ticket())).as("one reply to each question").isTrue();
        if (step.reply() instanceof Reply.Found found) {
            mayBeGood(found.result());
        } else if (step.reply() instanceof Reply.PictureOf of) {
            of.picture().blob().close();
        }
        return true;
    }

    @Override
    public Boolean happened(ClientStep.Happened step) {
        if (step.event() instanceof Event.Finished finished) {
            mayBeGood(finished.result());
        } else if (step.event() instanceof Event.LivePicture live) {
            live.picture().blob().close();
        }
        return true;
    }

    private void mayBeGood(InspectionResult result) {
        if (result.verdict() == Verdict.OK) {
            assertThat(Play.text(allSaid.toByteArray()))
                    .as("what makes a part good")
                    .containsPattern(good);
        }
    }

    @Override
    public Boolean admitted(ClientStep.Admitted step) {
        return true;
    }

    @Override
    public Boolean notAdmitted(ClientStep.NotAdmitted step) {
        return broken(new ClientStep.Broken(step.why()));
    }

    @Override
    public Boolean broken(ClientStep.Broken step) {
        assertThat(step.why()).isNotBlank();
        broken = true;
        return true;
    }
}
