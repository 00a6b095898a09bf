package org.shutterline.protocol.dialect.keyence;

import java.util.Optional;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;

/** A command of a client whose answer begins with a word that is known before. */
record Answered(String request, String word, Answer answer) implements Exchange {
    /** What an answer that is no error means. */
    @FunctionalInterface
    interface Answer {
        /**
         * @throws IndexOutOfBoundsException if it is too short
         * @throws NumberFormatException if it has something else where a number should be
         */
        Reply of(Words words);
    }

    /** Answered by its own word. */
    static Answered by(String request, Answer answer) {
        return new Answered(request, Words.of(request).name(), answer);
    }

    @Override
    public boolean isFor(String line) {
        Words words = Words.of(line);
        return words.name().equals(word) || Fault.isIn(words);
    }

    @Override
    public Optional<Reply> heard(String line) throws NotThisDialect {
        Words words = Words.of(line);
        if (Fault.isIn(words)) {
            return Optional.of(Fault.reply(words));
        }
        try {
            return Optional.of(answer.of(words));
        } catch (IndexOutOfBoundsException | NumberFormatException other) {
            throw new NotThisDialect("'" + line + "' does not answer " + request);
        }
    }
}
