package org.shutterline.server.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Command;

/** The connections of a PLC: the one that it works with, and a second one for impatience. Used by one thread. */
final class PlcLines implements AutoCloseable {
    private final PlcLanguage language;
    private final Wire.Opener opener;
    private final PlcClock clock;
    private final Duration patience;
    private final PlcTally tally;
    private final Map<Command, byte[]> usual = new HashMap<>();
    private Optional<PlcLine> first = Optional.empty();
    private Optional<PlcLine> second = Optional.empty();

    PlcLines(PlcLanguage language, Wire.Opener opener, PlcClock clock, Duration patience, PlcTally tally) {
        this.language = language;
        this.opener = opener;
        this.clock = clock;
        this.patience = patience;
        this.tally = tally;
    }

    PlcLine first() throws IOException, PlcLine.NotUnderstood {
        if (first.isEmpty()) {
            first = Optional.of(opened());
        }
        return first.orElseThrow();
    }

    PlcLine second() throws IOException, PlcLine.NotUnderstood {
        if (second.isEmpty()) {
            second = Optional.of(opened());
        }
        return second.orElseThrow();
    }

    private PlcLine opened() throws IOException, PlcLine.NotUnderstood {
        PlcLine line = new PlcLine(language.conversations().get(), opener.open(), usual, clock);
        try {
            line.open(patience);
            tally.add(Count.CONNECTIONS);
            return line;
        } catch (IOException | PlcLine.NotUnderstood useless) {
            line.reset();
            throw useless;
        }
    }

    /** Breaks it off; the next time a new one is made. */
    void drop(PlcLine line) {
        line.reset();
        first = first.filter(kept -> kept != line);
        second = second.filter(kept -> kept != line);
    }

    @Override
    public void close() {
        List<PlcLine> open = new ArrayList<>();
        first.ifPresent(open::add);
        second.ifPresent(open::add);
        open.forEach(PlcLine::close);
    }
}
