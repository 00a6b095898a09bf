package org.shutterline.server.doctor;

import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** A connection was one too many for its listener. */
final class TooManyConnections implements Rule {
    @Override
    public void passed(Passed passed, Casebook book) {
        if (passed.kind() == Traffic.Kind.TURNED_AWAY) {
            Client client = Client.of(passed.peer());
            book.sign(new Casebook.Key(Trouble.TOO_MANY, client.id()), passed.at(), client);
        }
    }
}
