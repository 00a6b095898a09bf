package org.shutterline.client.command;

import org.shutterline.client.link.Trouble;
import org.shutterline.look.Words;

/** There is no connection, or it was lost before the reply. */
final class NoConnection extends Exception {
    private static final long serialVersionUID = 1;

    NoConnection(Trouble trouble) {
        super(Words.of(NoConnection.class).text("trouble." + trouble.kind()));
    }
}
