package org.shutterline.server.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that is wrong, or was until a while ago.
 *
 * @param who the client by its name or address as it was sent, or the address of a listener
 * @param peer the number of its last connection; empty if it is about a listener
 * @param dialect the one of the port
 * @param port where it was seen
 * @param told what the trouble tells besides, in its order
 * @param since when its first sign was seen
 * @param last when its last was
 * @param times how many signs there were
 * @param over since when it is over; empty while it lasts
 * @param fix empty if people must do it
 */
public record Finding(
        Trouble trouble,
        String who,
        OptionalLong peer,
        String dialect,
        int port,
        List<String> told,
        Instant since,
        Instant last,
        long times,
        Optional<Instant> over,
        Optional<Fix> fix) {
    public Finding {
        told = List.copyOf(told);
    }
}
