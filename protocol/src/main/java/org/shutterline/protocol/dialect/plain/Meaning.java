package org.shutterline.protocol.dialect.plain;

import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;

/** What a request asks for. */
sealed interface Meaning {

    /** It cannot be done as it stands. */
    record Wrong(Code code, String text) implements Meaning {
        Wrong(Code code) {
            this(code, code.text());
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.wrong(this);
        }
    }

    /** Something that the stations do. */
    record Ask(Command command) implements Meaning {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.ask(this);
        }
    }

    record Hello(Optional<String> name, OptionalLong aliveMs) implements Meaning {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.hello(this);
        }
    }

    record Ping(Optional<String> text) implements Meaning {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.ping(this);
        }
    }

    /** What the peer may do. */
    record AskRole() implements Meaning {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.askRole(this);
        }
    }

    record Help() implements Meaning {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.help(this);
        }
    }

    record Format(boolean json) implements Meaning {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.format(this);
        }
    }

    record Bye() implements Meaning {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.bye(this);
        }
    }

    /** One method for each meaning. */
    interface Handler<R> {
        R wrong(Wrong meaning);

        R ask(Ask meaning);

        R hello(Hello meaning);

        R ping(Ping meaning);

        R askRole(AskRole meaning);

        R help(Help meaning);

        R format(Format meaning);

        R bye(Bye meaning);
    }

    <R> R answerBy(Handler<R> handler);
}
