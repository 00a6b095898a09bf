package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;

class OneEditorTest {
    private static final EditLeases.Editor ANNA =
            new EditLeases.Editor("window", "anna", "the server's window", Duration.ofMinutes(10));
    private static final Command SET = new Command.SetParameter(1, "bore.high", "12.1");
    private static final Peer PRESS = peer(1, "10.0.3.7", 50_112);

    private final List<Command> done = new ArrayList<>();
    private final EditLeases leases = new EditLeases(Clock.systemUTC(), () -> 0);
    private final OneEditor engine =
            new OneEditor(new Machine(), leases, station -> station == 1 ? "plate" : station == 2 ? "cap" : "");

    private static Peer peer(long id, String host, int port) {
        return new Peer(id, "press 4", new InetSocketAddress(host, port), "plain", Role.ADMIN, 7_501);
    }

    private Reply ask(Peer peer, Command command) {
        List<Reply> replies = new ArrayList<>();
        engine.ask(new Asked(command, peer, 0, OffsetDateTime.MIN, false), replies::add);
        assertThat(replies).hasSize(1);
        return replies.get(0);
    }

    @Test
    void whatTheWindowChangesIsBusyForTheWireWhichHearsWho() {
        leases.take("plate", ANNA);
        Reply.Refused refused = (Reply.Refused) ask(PRESS, SET);
        assertThat(refused.code()).isEqualTo(Code.STATION_BUSY);
        assertThat(refused.text())
                .matches("job plate is being changed by anna at the server's window since \\d\\d:\\d\\d:\\d\\d");
        assertThat(done).isEmpty();

        assertThat(ask(PRESS, new Command.SetParameter(2, "low", "1"))).isInstanceOf(Reply.Done.class);
        assertThat(ask(PRESS, new Command.AskStatus(1))).isInstanceOf(Reply.Done.class);
        leases.free("plate", ANNA.key());
        assertThat(ask(PRESS, SET)).isInstanceOf(Reply.Done.class);
    }

    @Test
    void whatThePeerChangesIsHisUntilHeIsGone() {
        Engine.Registration registration = engine.listen(PRESS, event -> {});
        ask(PRESS, SET);
        assertThat(leases.take("plate", ANNA).orElseThrow().who()).isEqualTo("press 4");
        registration.close();
        assertThat(leases.take("plate", ANNA)).isEmpty();
    }

    @Test
    void twoConnectionsOfOneMachineAreOneAndThoseOfTwoAreNot() {
        assertThat(ask(PRESS, SET)).isInstanceOf(Reply.Done.class);
        assertThat(ask(peer(2, "10.0.3.7", 50_113), SET)).isInstanceOf(Reply.Done.class);
        assertThat(ask(peer(3, "10.0.3.8", 50_113), SET)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aStationThatIsNotThereIsForTheMachineToRefuse() {
        leases.take("plate", ANNA);
        ask(PRESS, new Command.SetParameter(9, "low", "1"));
        assertThat(done).hasSize(1);
    }

    private final class Machine implements Engine {
        @Override
        public void ask(Asked asked, Consumer<Reply> reply) {
            done.add(asked.command());
            reply.accept(new Reply.Done());
        }

        @Override
        public Registration listen(Peer peer, Consumer<Event> events) {
            return () -> {};
        }
    }
}
