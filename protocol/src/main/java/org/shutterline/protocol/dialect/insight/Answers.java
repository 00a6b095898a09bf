package org.shutterline.protocol.dialect.insight;

import java.util.function.Consumer;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Desk;

/** How one command is answered. Each of these is one write, and ends the command. */
final class Answers {
    private final Desk desk;
    private final String end;

    Answers(Desk desk, String end) {
        this.desk = desk;
        this.end = end;
    }

    void status(Status status) {
        desk.answer(status.text());
    }

    /** Done, and what was asked for. */
    void value(String text) {
        desk.answer(withStatus(text));
    }

    /** The status of what was done with a text after it, without the last line end. */
    String withStatus(String text) {
        return Status.DONE.text() + end + text;
    }

    /** Answers what the stations refuse with its status, and leaves the rest to the listener. */
    Consumer<Reply> unlessRefused(Consumer<Reply> listener) {
        return reply -> {
            if (reply instanceof Reply.Refused refused) {
                status(Status.of(refused.code()));
            } else {
                listener.accept(reply);
            }
        };
    }
}
