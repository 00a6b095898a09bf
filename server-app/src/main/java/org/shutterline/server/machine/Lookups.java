package org.shutterline.server.machine;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Reply;

/** Does what reads the disk, on threads of its own. */
interface Lookups {
    /** @param reply told on such a thread; with a refusal if nobody wants it any more */
    void read(Supplier<Reply> answer, Consumer<Reply> reply);
}
