package org.shutterline.server.doctor;

import java.util.Map;
import java.util.Optional;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** A browser, something that wants TLS, or a telnet program came to the wrong port. */
final class NotThisDialect implements Rule {
    private static final Map<Traffic.Kind, Trouble> TROUBLES = Map.of(
            Traffic.Kind.TLS, Trouble.TLS,
            Traffic.Kind.HTTP, Trouble.HTTP,
            Traffic.Kind.TELNET, Trouble.TELNET);

    @Override
    public void passed(Passed passed, Casebook book) {
        Optional.ofNullable(TROUBLES.get(passed.kind())).ifPresent(trouble -> {
            Client client = Client.of(passed.peer());
            book.sign(new Casebook.Key(trouble, client.id()), passed.at(), client, passed.text());
        });
    }
}
