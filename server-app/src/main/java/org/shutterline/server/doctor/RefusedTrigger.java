package org.shutterline.server.doctor;

import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** A trigger is refused by its station for one reason. */
final class RefusedTrigger implements Rule {
    private final Code code;
    private final Trouble trouble;

    RefusedTrigger(Code code, Trouble trouble) {
        this.code = code;
        this.trouble = trouble;
    }

    @Override
    public void passed(Passed passed, Casebook book) {
        if (passed.kind() == Traffic.Kind.REFUSED
                && passed.meaning().orElse(null) instanceof Meaning.Refused refused
                && refused.code() == code
                && refused.command() instanceof Command.Trigger trigger) {
            Client client = client(passed, trigger.station());
            String station = Integer.toString(trigger.station());
            book.sign(new Casebook.Key(trouble, client.id() + " " + station), passed.at(), client, station);
        }
    }

    private Client client(Passed passed, int station) {
        Client client = Client.of(passed.peer());
        return trouble == Trouble.OFFLINE ? client.with(new Fix.GoOnline(station)) : client;
    }

    /** A station that is ready again takes the next trigger. */
    @Override
    public void look(Round round, Casebook book) {
        if (trouble != Trouble.BUSY) {
            book.overIf(trouble, round.now(), finding -> isWell(round, finding));
        }
    }

    private static boolean isWell(Round round, Finding finding) {
        Optional<StationState> state = Optional.ofNullable(
                round.stations().get(Integer.valueOf(finding.told().get(0))));
        return state.filter(now -> now == StationState.READY || now == StationState.BUSY)
                .isPresent();
    }
}
