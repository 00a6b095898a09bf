package org.shutterline.protocol.dialect.keyence;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Stations;

/** How commands of one connection are answered: echoed when all is done, or refused with a number. */
record KeyenceXgAnswers(Desk desk, Stations stations) {
    void refuse(Words words, Fault fault) {
        desk.answer(fault.of(words));
    }

    void refuse(Words words, Code code) {
        refuse(words, Fault.of(code));
    }

    void refuseUnknown(Words words) {
        desk.unknown();
        refuse(words, Fault.UNKNOWN);
    }

    /** Carries out a command that takes no parameters. */
    void alone(Words words, Runnable command) {
        if (words.count() == 0) {
            command.run();
        } else {
            refuse(words, Fault.PARAMETER);
        }
    }

    /** Has the same done at every station. */
    void everywhere(Words words, IntFunction<Command> command) {
        everywhere(words, command, () -> {});
    }

    /** @param done run before the answer when no station refused */
    void everywhere(Words words, IntFunction<Command> command, Runnable done) {
        stations.all(
                command,
                refused -> refused.ifPresentOrElse(no -> refuse(words, no.code()), () -> {
                    done.run();
                    desk.answer(words.name());
                }));
    }

    /** Tells how the first station stands. */
    void status(Words words, Consumer<StationState> listener) {
        desk.ask(new Command.AskStatus(stations.first()), reply -> {
            if (reply instanceof Reply.Status status) {
                listener.accept(status.status().state());
            } else {
                refuse(words, Fault.NOT_NOW);
            }
        });
    }
}
