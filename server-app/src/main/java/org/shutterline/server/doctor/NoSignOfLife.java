package org.shutterline.server.doctor;

import java.util.HashSet;
import java.util.Set;
import org.shutterline.server.net.Passed;

/** A connection was half open: the client did not say what it had promised, or nothing at its end answered any more. */
final class NoSignOfLife implements Rule {
    /** The word with which the wire tells that nothing at the other end answers. */
    private static final String LOST = "LOST";
    /** So long the system asks for a sign of life before it gives a connection up. */
    private static final String ASKED_S = "4.0";

    private static final int MOST = 200;

    /** Those of whom nothing was heard since; mostly none, so that a line costs nothing. */
    private final Set<String> silent = new HashSet<>();

    @Override
    public void passed(Passed passed, Casebook book) {
        switch (passed.kind()) {
            case SILENT -> sign(passed, seconds(passed.text()), book);
            case CLOSED -> {
                if (passed.text().equals(LOST)) {
                    sign(passed, ASKED_S, book);
                }
            }
            case NAMED, IN -> {
                if (!silent.isEmpty() && silent.remove(Client.identity(passed.peer()))) {
                    book.over(key(Client.identity(passed.peer())), passed.at());
                }
            }
            default -> {
                // says nothing of life
            }
        }
    }

    private void sign(Passed passed, String seconds, Casebook book) {
        Client client = Client.of(passed.peer());
        if (silent.size() >= MOST) {
            silent.clear();
        }
        silent.add(client.id());
        book.sign(key(client.id()), passed.at(), client, seconds);
    }

    private static Casebook.Key key(String client) {
        return new Casebook.Key(Trouble.SILENT, client);
    }

    private static String seconds(String ms) {
        long tenths = (Long.parseLong(ms) + 50) / 100;
        return tenths / 10 + "." + tenths % 10;
    }
}
