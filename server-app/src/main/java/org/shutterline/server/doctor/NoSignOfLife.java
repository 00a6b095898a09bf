package org.shutterline.server.doctor;

import org.shutterline.server.net.Passed;

/** A connection was half open: the client did not say what it had promised, or nothing at its end answered any more. */
final class NoSignOfLife implements Rule {
    /** The word with which the wire tells that nothing at the other end answers. */
    private static final String LOST = "LOST";
    /** So long the system asks for a sign of life before it gives a connection up. */
    private static final String ASKED_S = "4.0";

    @Override
    public void passed(Passed passed, Casebook book) {
        Client client = Client.of(passed.peer());
        Casebook.Key key = new Casebook.Key(Trouble.SILENT, client.id());
        switch (passed.kind()) {
            case SILENT -> book.sign(key, passed.at(), client, seconds(passed.text()));
            case CLOSED -> {
                if (passed.text().equals(LOST)) {
                    book.sign(key, passed.at(), client, ASKED_S);
                }
            }
            case NAMED, IN -> book.over(key, passed.at());
            default -> {
                // says nothing of life
            }
        }
    }

    private static String seconds(String ms) {
        long tenths = (Long.parseLong(ms) + 50) / 100;
        return tenths / 10 + "." + tenths % 10;
    }
}
