package org.shutterline.server.doctor;

import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** A connection came from an address that its listener does not allow. */
final class NotOnTheList implements Rule {
    @Override
    public void passed(Passed passed, Casebook book) {
        if (passed.kind() == Traffic.Kind.NOT_ON_THE_LIST) {
            Client client = Client.of(passed.peer());
            String address = passed.peer().address().getAddress().getHostAddress();
            book.sign(new Casebook.Key(Trouble.NOT_ON_THE_LIST, client.id()), passed.at(), client, address);
        }
    }
}
