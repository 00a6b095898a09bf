package org.shutterline.server.doctor;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** A line is no command here: it would be one in upper case, or in another maker's dialect, or nowhere. */
final class StrangeWords implements Rule {
    private final Collection<Dialect> dialects;

    StrangeWords(Collection<Dialect> dialects) {
        this.dialects = dialects;
    }

    @Override
    public void passed(Passed passed, Casebook book) {
        if (passed.kind() != Traffic.Kind.UNKNOWN) {
            return;
        }
        Client client = Client.of(passed.peer());
        String line = passed.text();
        String upper = line.toUpperCase(Locale.ROOT);
        String others = others(client.dialect(), line);
        if (!line.equals(upper) && isOwn(client.dialect(), upper)) {
            sign(Trouble.LOWER_CASE, client, passed, book, line, upper);
        } else if (!others.isEmpty()) {
            sign(Trouble.OTHER_DIALECT, client, passed, book, line, others);
        } else {
            sign(Trouble.UNKNOWN_WORDS, client, passed, book, line);
        }
    }

    private static void sign(Trouble trouble, Client client, Passed passed, Casebook book, String... told) {
        book.sign(new Casebook.Key(trouble, client.id()), passed.at(), client, told);
    }

    private boolean isOwn(String id, String line) {
        return dialects.stream().anyMatch(dialect -> dialect.id().equals(id) && dialect.isCommand(line));
    }

    private String others(String id, String line) {
        return dialects.stream()
                .filter(dialect -> !dialect.id().equals(id) && dialect.isCommand(line))
                .map(Dialect::id)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
