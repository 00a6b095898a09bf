package org.shutterline.protocol.dialect.insight;

import java.util.Optional;
import java.util.function.Function;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;

/** A command that is answered by its status, and by one more line if it reads something. */
final class OneAsked implements Exchange {
    private final String request;
    private final boolean reads;
    private final Function<String, Reply> reply;
    private boolean done;

    /** @param reply what was read makes the reply; an empty text if nothing is */
    OneAsked(String request, boolean reads, Function<String, Reply> reply) {
        this.request = request;
        this.reads = reads;
        this.reply = reply;
    }

    @Override
    public String request() {
        return request;
    }

    @Override
    public Optional<Reply> heard(String line) throws NotThisDialect {
        if (done) {
            return Optional.of(reply.apply(line));
        }
        Optional<Reply> refusal = refusal(line);
        done = refusal.isEmpty();
        return done && !reads ? Optional.of(reply.apply("")) : refusal;
    }

    /** What a status says if it is not that all was done. */
    static Optional<Reply> refusal(String line) throws NotThisDialect {
        Status status = Status.read(line)
                .orElseThrow(() -> new NotThisDialect("'" + line + "' is no status of an In-Sight sensor"));
        return status == Status.DONE ? Optional.empty() : Optional.of(new Reply.Refused(status.code(), status.words()));
    }
}
