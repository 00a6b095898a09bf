package org.shutterline.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** The numbered reasons of the wire contract: why a request was refused (01 to 16, 30, 99) or a result is UNKNOWN (20 to 23). */
public enum Code {
    UNKNOWN_COMMAND(1, "unknown command"),
    MALFORMED_LINE(2, "malformed line"),
    WRONG_ARGUMENT(3, "wrong argument"),
    LINE_TOO_LONG(4, "line too long"),
    NOT_ALLOWED(5, "login required"),
    TOO_MANY_IN_FLIGHT(6, "too many tagged requests in flight"),
    NO_SUCH_STATION(10, "no such station"),
    STATION_BUSY(11, "station busy"),
    STATION_OFFLINE(12, "station offline"),
    NO_SUCH_JOB(13, "no such job"),
    NO_SUCH_RESULT(14, "no such result"),
    PICTURE_NOT_KEPT(15, "image not kept"),
    STATION_FAULT(16, "station fault"),
    CAMERA_FAILED(20, "camera failed"),
    CAMERA_TIMEOUT(21, "camera timeout"),
    INSPECTION_FAILED(22, "inspection failed"),
    DEADLINE_PASSED(23, "deadline passed"),
    STORAGE_FAILED(30, "storage failed: the result is not safe"),
    INTERNAL_ERROR(99, "internal error");

    private final int number;
    private final String text;

    Code(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The code with this number, if the contract has one. */
    public static Optional<Code> numbered(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }

    /** The code that {@link #digits} writes so. */
    public static Optional<Code> ofDigits(String digits) {
        return Arrays.stream(values())
                .filter(code -> code.digits().equals(digits))
                .findFirst();
    }

    /** 1 to 99, as the contract numbers it. */
    public int number() {
        return number;
    }

    /** Two digits, as on the wire: {@code 03}. */
    public String digits() {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The usual English text for people. */
    public String text() {
        return text;
    }
}
