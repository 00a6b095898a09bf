package org.shutterline.server.net;

import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationStatus;

/** What something that passed on a wire meant, as the dialect read or wrote it. */
public sealed interface Meaning {
    /** A line asked for this. */
    record Wanted(Command command) implements Meaning {}

    /** This was not done. */
    record Refused(Command command, Code code) implements Meaning {}

    /** A trigger was taken. */
    record Taken(long id) implements Meaning {}

    /** A part was judged. */
    record Judged(InspectionResult result) implements Meaning {}

    /** So a station stands. */
    record Stands(StationStatus status) implements Meaning {}

    /** It was done. */
    record Done() implements Meaning {}

    /** What a reply means; empty where the line itself says more. */
    static Optional<Meaning> of(Command command, Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            return Optional.of(new Refused(command, refused.code()));
        } else if (reply instanceof Reply.Accepted accepted) {
            return Optional.of(new Taken(accepted.id()));
        } else if (reply instanceof Reply.Repeated repeated) {
            return Optional.of(new Judged(repeated.result()));
        } else if (reply instanceof Reply.Found found) {
            return Optional.of(new Judged(found.result()));
        } else if (reply instanceof Reply.Status status) {
            return Optional.of(new Stands(status.status()));
        }
        return reply instanceof Reply.Done ? Optional.of(new Done()) : Optional.empty();
    }
}
