package org.shutterline.protocol.dialect.keyence;

import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;

/** The numbers of errors. */
enum Fault {
    UNKNOWN("02"),
    NOT_NOW("03"),
    PARAMETER("22");

    private static final int MOST_SHOWN = 32;
    private static final String ERROR = "ER";

    private final String digits;

    Fault(String digits) {
        this.digits = digits;
    }

    /** What the stations say no to is an error of the parameters or of the moment. */
    static Fault of(Code code) {
        boolean wrong = code == Code.WRONG_ARGUMENT || code == Code.NO_SUCH_STATION || code == Code.NO_SUCH_JOB;
        return wrong ? PARAMETER : NOT_NOW;
    }

    /** The line that refuses this command. */
    String of(Words words) {
        return ERROR + "," + words.shown(MOST_SHOWN) + "," + digits;
    }

    static boolean isIn(Words words) {
        return words.name().equals(ERROR);
    }

    /** What such a line means to a client. */
    static Reply reply(Words words) throws Exchange.NotThisDialect {
        if (words.count() != 2) {
            throw new Exchange.NotThisDialect("'" + words.line() + "' is no error of a Keyence device");
        }
        return switch (words.get(1)) {
            case "02" -> new Reply.Refused(Code.UNKNOWN_COMMAND);
            case "22" -> new Reply.Refused(Code.WRONG_ARGUMENT);
            default -> new Reply.Refused(Code.STATION_BUSY, "not executable now");
        };
    }
}
