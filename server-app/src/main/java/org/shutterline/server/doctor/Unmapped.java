package org.shutterline.server.doctor;

import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** Something was named that is not there: a station, a job, or a number that the settings of the listener map to nothing. */
final class Unmapped implements Rule {
    @Override
    public void passed(Passed passed, Casebook book) {
        missing(passed).ifPresent(what -> {
            Client client = Client.of(passed.peer());
            book.sign(new Casebook.Key(Trouble.UNMAPPED, client.id() + " " + what), passed.at(), client, what);
        });
    }

    private static Optional<String> missing(Passed passed) {
        if (passed.kind() == Traffic.Kind.UNMAPPED) {
            return Optional.of(passed.text());
        }
        return passed.kind() == Traffic.Kind.REFUSED && passed.meaning().orElse(null) instanceof Meaning.Refused refused
                ? missing(refused)
                : Optional.empty();
    }

    private static Optional<String> missing(Meaning.Refused refused) {
        if (refused.code() == Code.NO_SUCH_STATION && refused.command() instanceof Command.Trigger trigger) {
            return Optional.of("station " + trigger.station());
        }
        return refused.code() == Code.NO_SUCH_JOB && refused.command() instanceof Command.ChangeJob change
                ? Optional.of("job " + change.job())
                : Optional.empty();
    }
}
