package org.shutterline.server.doctor;

/** A listener takes no connections. */
final class NotListening implements Rule {
    @Override
    public void look(Round round, Casebook book) {
        for (Round.Listener listener : round.listeners()) {
            Client client = Client.of(listener);
            Casebook.Key key = new Casebook.Key(Trouble.NOT_LISTENING, client.id());
            if (listener.accepts()) {
                book.over(key, round.now());
            } else {
                book.sign(key, round.now(), client);
            }
        }
    }
}
