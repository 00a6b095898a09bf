package org.shutterline.client.command;

import org.shutterline.client.link.Trouble;
import org.shutterline.look.Words;

/** There is no connection, or it was lost before the reply. */
final class NoConnection extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean refused;

    NoConnection(Trouble trouble) {
        super(Words.of(NoConnection.class).text("trouble." + trouble.kind(), trouble.detail()));
        this.refused = trouble.kind() == Trouble.Kind.NOT_ADMITTED;
    }

    /** A server that was reached and wants another login is not away. */
    int exitCode() {
        return refused ? ExitCode.REFUSED : ExitCode.NO_CONNECTION;
    }
}
