package org.shutterline.server.doctor;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.Passed;

/** Watches the wire and says what is wrong on it. Used by one thread. */
public final class Doctor {
    private final Casebook book = new Casebook();
    private final List<Rule> rules;

    /** @param dialects all that may be spoken somewhere */
    public Doctor(Collection<Dialect> dialects) {
        rules = List.of(
                new NoLineEnd(dialects),
                new NotThisDialect(),
                new StrangeWords(dialects),
                new TwoMasters(),
                new RefusedTrigger(Code.STATION_OFFLINE, Trouble.OFFLINE),
                new RefusedTrigger(Code.STATION_BUSY, Trouble.BUSY),
                new RefusedTrigger(Code.STATION_FAULT, Trouble.FAULT),
                new Unmapped(),
                new PollsTooFast(),
                new NotRead(),
                new NoSignOfLife(),
                new TooManyConnections(),
                new NotOnTheList(),
                new NotListening());
    }

    /** Something passed on the wire; in the order in which it did. */
    public void passed(Passed passed) {
        rules.forEach(rule -> rule.passed(passed, book));
    }

    /** Looks at what there is and says what is wrong now. */
    public Checkup look(Round round) {
        rules.forEach(rule -> rule.look(round, book));
        book.passTime(round.now());
        List<Finding> open = book.open();
        Set<Check> failed = EnumSet.noneOf(Check.class);
        open.forEach(finding -> failed.add(finding.trouble().check()));
        return new Checkup(
                open,
                book.closed(),
                Arrays.stream(Check.values())
                        .filter(check -> !failed.contains(check))
                        .toList());
    }
}
