package org.shutterline.server.doctor;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** Bytes wait for a line end that does not come. */
final class NoLineEnd implements Rule {
    private static final int SILENCE_MS = 20;
    /** The wire tells of waiting bytes when they have waited for this long. */
    private static final long TOLD_AFTER_MS = 1_000;

    private final Set<String> endBySilence;
    private final Set<Long> waiting = new HashSet<>();

    NoLineEnd(Collection<Dialect> dialects) {
        endBySilence = dialects.stream()
                .filter(dialect -> dialect.settings().contains(LineRules.SILENCE))
                .map(Dialect::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void passed(Passed passed, Casebook book) {
        long peer = passed.peer().id();
        if (passed.kind() == Traffic.Kind.NO_LINE_END) {
            waiting.add(peer);
            book.sign(key(peer), passed.at().minusMillis(TOLD_AFTER_MS), client(passed), passed.text());
        } else if ((passed.kind() == Traffic.Kind.IN || passed.kind() == Traffic.Kind.CLOSED) && waiting.remove(peer)) {
            book.over(key(peer), passed.at());
        }
    }

    private static Casebook.Key key(long peer) {
        return new Casebook.Key(Trouble.NO_LINE_END, Long.toString(peer));
    }

    private Client client(Passed passed) {
        Client client = Client.of(passed.peer());
        return endBySilence.contains(client.dialect())
                ? client.with(new Fix.EndBySilence(client.port(), SILENCE_MS))
                : client;
    }
}
