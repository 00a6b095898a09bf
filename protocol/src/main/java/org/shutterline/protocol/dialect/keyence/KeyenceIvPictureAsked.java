package org.shutterline.protocol.dialect.keyence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.protocol.format.BmpPicture;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;

/** The picture of the last part: its number, its length and the bytes of a file, on the socket between the lines. */
final class KeyenceIvPictureAsked implements Exchange {
    private static final Pattern HEAD = Pattern.compile("BR,(\\d{1,5}),(\\d{1,8}),");
    /** What a head that is not whole yet looks like. */
    private static final Pattern BEGUN = Pattern.compile("B|BR|BR,\\d{0,5}|BR,\\d{1,5},\\d{0,8}");

    private final long result;

    /** @param result the number of the result whose picture it must be */
    KeyenceIvPictureAsked(long result) {
        this.result = result;
    }

    @Override
    public String request() {
        return "BR,0";
    }

    @Override
    public boolean isFor(String line) {
        return Fault.isIn(Words.of(line));
    }

    @Override
    public Optional<Reply> heard(String line) throws NotThisDialect {
        return Optional.of(Fault.reply(Words.of(line)));
    }

    @Override
    public OptionalInt block(byte[] waiting) {
        String text = new String(waiting, StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(text);
        if (head.lookingAt()) {
            return OptionalInt.of(head.end() + Integer.parseInt(head.group(2)));
        }
        return BEGUN.matcher(text).matches() ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public Reply heard(byte[] block) throws NotThisDialect {
        Matcher head =
                HEAD.matcher(new String(block, 0, Math.min(block.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1));
        if (!head.lookingAt()) {
            throw new NotThisDialect("a picture without a head");
        }
        if (!isOf(head.group(1))) {
            return new Reply.Refused(Code.PICTURE_NOT_KEPT, "the picture is that of another part");
        }
        return BmpPicture.read(Arrays.copyOfRange(block, head.end(), block.length))
                .<Reply>map(picture -> new Reply.PictureOf(result, picture))
                .orElseGet(() -> new Reply.Refused(Code.PICTURE_NOT_KEPT, "the picture is no BMP that can be read"));
    }

    /** A device tells the last digits of the number. */
    private boolean isOf(String number) {
        long digits = (long) Math.pow(10, number.length());
        return result % digits == Long.parseLong(number);
    }
}
