package org.shutterline.server.camera.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.NetAddress;

/** Reads an answer as a picture that was taken after the question, or says in words what it is instead. */
final class Snapshot {
    private final NetAddress address;

    Snapshot(NetAddress address) {
        this.address = address;
    }

    /**
     * The file that came.
     *
     * @throws CameraException if there is none, only a part, or an old one
     */
    byte[] in(Answer answer) throws CameraException {
        checkStatus(answer.status());
        checkAge(answer);
        byte[] file = answer.body();
        if (file.length == 0) {
            throw notThis("the answer of " + address + " is empty");
        }
        if (isText(file)) {
            throw notThis("the answer of " + address + " is a text and no picture: a page for browsers?");
        }
        if (!WholeFile.is(file)) {
            throw notThis("the picture of " + address + " ends before it is whole");
        }
        return file;
    }

    private void checkStatus(int status) throws CameraException {
        if (status == 401 || status == 403) {
            throw away(
                    address.user().isEmpty()
                            ? address + " asks for a login: set user and password"
                            : address + " does not accept user and password");
        }
        if (status / 100 == 3) {
            throw away(address + " sends on to another address: set that one (" + status + ")");
        }
        if (status == 404 || status == 410) {
            throw away("there is no picture at " + address + " (" + status + ")");
        }
        if (status != 200) {
            throw notThis(address + " has no picture now (" + status + ")");
        }
    }

    /** Both times are of the server's clock, and in whole seconds. */
    private void checkAge(Answer answer) throws CameraException {
        Duration took = Duration.ofNanos(answer.arrivedNanos() - answer.askedNanos());
        Duration allowed = took.plusSeconds(1);
        Optional<Duration> sinceChange = time(answer, "Date")
                .flatMap(now -> time(answer, "Last-Modified").map(changed -> Duration.between(changed, now)));
        Optional<Duration> inCache = answer.headers()
                .firstValue("Age")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        if (inCache.filter(age -> age.compareTo(allowed) > 0).isPresent()
                || sinceChange.filter(age -> age.compareTo(allowed) > 0).isPresent()) {
            throw notThis("an old picture from a cache came from " + address);
        }
    }

    private static Optional<Instant> time(Answer answer, String head) {
        return answer.headers().firstValue(head).flatMap(text -> {
            try {
                return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static boolean isText(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<") || start.startsWith("{");
    }

    private static CameraException away(String message) {
        return new CameraException(Kind.CAMERA_AWAY, message);
    }

    private static CameraException notThis(String message) {
        return new CameraException(Kind.THIS_PICTURE, message);
    }
}
