package org.shutterline.protocol.dialect.insight;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.shutterline.protocol.format.BmpPicture;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;

/** The picture of the last result: status, size, lines of hex, checksum. */
final class PictureAsked implements Exchange {
    private static final int MOST_DIGITS = 256 << 20;

    private final long id;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Checksum checksum = new Checksum();
    private Optional<Integer> digits = Optional.empty();
    private boolean done;

    /** @param id of the last result */
    PictureAsked(long id) {
        this.id = id;
    }

    @Override
    public String request() {
        return "RI";
    }

    @Override
    public Optional<Reply> heard(String line) throws NotThisDialect {
        if (!done) {
            Optional<Reply> refusal = OneAsked.refusal(line);
            done = refusal.isEmpty();
            return refusal;
        }
        if (digits.isEmpty()) {
            digits = Digits.whole(line.strip(), 2, MOST_DIGITS);
            if (digits.isEmpty()) {
                throw new NotThisDialect("'" + line + "' is no size of a picture");
            }
            return Optional.empty();
        }
        if (2 * file.size() < digits.get()) {
            take(line.strip());
            return Optional.empty();
        }
        return Optional.of(picture(line.strip()));
    }

    private void take(String line) throws NotThisDialect {
        try {
            file.writeBytes(HexFormat.of().parseHex(line));
        } catch (IllegalArgumentException other) {
            throw new NotThisDialect("a line of a picture is no hex");
        }
        if (line.isEmpty() || 2 * file.size() > digits.orElse(0)) {
            throw new NotThisDialect("a picture is longer or shorter than it says");
        }
        line.chars().forEach(checksum::add);
    }

    private Reply picture(String told) {
        if (!told.equalsIgnoreCase(checksum.text())) {
            return new Reply.Refused(Code.PICTURE_NOT_KEPT, "the picture came damaged: checksum wrong");
        }
        return BmpPicture.read(file.toByteArray())
                .<Reply>map(picture -> new Reply.PictureOf(id, picture))
                .orElseGet(() -> new Reply.Refused(Code.PICTURE_NOT_KEPT, "the picture is no BMP that can be read"));
    }
}
