package org.shutterline.protocol.dialect.insight;

import java.util.Arrays;
import java.util.Optional;
import org.shutterline.protocol.message.Code;

/** The first line of an answer. */
enum Status {
    DONE(1, Code.INTERNAL_ERROR, "done"),
    UNKNOWN_COMMAND(0, Code.UNKNOWN_COMMAND, "unknown command"),
    /** An argument, cell or file name is missing or wrong. */
    WRONG_ARGUMENT(-1, Code.WRONG_ARGUMENT, "an argument, cell or name is missing or wrong"),
    /** Offline or online, busy, not found, or a part of which no judgement could be made. */
    NOT_EXECUTED(-2, Code.STATION_BUSY, "could not be executed"),
    WRONG_CHECKSUM(-3, Code.MALFORMED_LINE, "checksum wrong"),
    OUT_OF_MEMORY(-4, Code.INTERNAL_ERROR, "out of memory"),
    HELD_OFFLINE(-5, Code.STATION_FAULT, "held offline by something else"),
    NOT_ALLOWED(-6, Code.NOT_ALLOWED, "the login lacks the right");

    private final String text;
    private final Code code;
    private final String words;

    Status(int number, Code code, String words) {
        this.text = Integer.toString(number);
        this.code = code;
        this.words = words;
    }

    /** What a refusal of the stations is here. */
    static Status of(Code code) {
        return switch (code) {
            case NOT_ALLOWED -> NOT_ALLOWED;
            case WRONG_ARGUMENT -> WRONG_ARGUMENT;
            default -> NOT_EXECUTED;
        };
    }

    /** The status with this number, if it is one. */
    static Optional<Status> read(String line) {
        return Arrays.stream(values())
                .filter(status -> status.text.equals(line.strip()))
                .findFirst();
    }

    /** As on the wire. */
    String text() {
        return text;
    }

    /** What it is to our clients, unless it is {@link #DONE}. */
    Code code() {
        return code;
    }

    /** In plain words. */
    String words() {
        return words;
    }
}
