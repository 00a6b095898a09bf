package org.shutterline.protocol.dialect.custom;

import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;

/** One line of a client and what answers it. */
final class CustomExchange implements Exchange {
    private final CustomAnswers answers;
    private final Row row;
    private final String request;
    private final int station;
    private final CustomAnswers.Meaning meaning;
    private boolean acknowledged;

    CustomExchange(CustomAnswers answers, Row row, String request, int station, CustomAnswers.Meaning meaning) {
        this.answers = answers;
        this.row = row;
        this.request = request;
        this.station = station;
        this.meaning = meaning;
    }

    @Override
    public String request() {
        return request;
    }

    /** Where nothing comes unasked, every line is an answer, or the server is another one. */
    @Override
    public boolean isFor(String line) {
        return !answers.hasUnasked()
                || isAccepted(line)
                || answers.read(row.refused(), line).isPresent()
                || answers.read(row.result(), line).isPresent();
    }

    @Override
    public Optional<Reply> heard(String line) throws NotThisDialect {
        if (isAccepted(line)) {
            acknowledged = true;
            return Optional.empty();
        }
        Optional<Reply> reply = reply(line);
        if (reply.isEmpty()) {
            throw new NotThisDialect("'" + line + "' does not answer '" + request + "'");
        }
        return reply;
    }

    private boolean isAccepted(String line) {
        return !acknowledged && answers.read(row.accepted(), line).isPresent();
    }

    private Optional<Reply> reply(String line) {
        Optional<Reply> refused = answers.read(row.refused(), line).flatMap(answers::refused);
        if (refused.isPresent()) {
            return refused;
        }
        boolean early = !row.accepted().isEmpty() && !acknowledged;
        Optional<Map<String, String>> fields = early ? Optional.empty() : answers.read(row.result(), line);
        return fields.flatMap(found -> meaning.of(found, station));
    }
}
