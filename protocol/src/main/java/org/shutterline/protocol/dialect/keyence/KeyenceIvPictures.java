package org.shutterline.protocol.dialect.keyence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.shutterline.protocol.format.BmpPicture;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Desk;

/**
 * The picture of the last part, as BR tells it. The device's own pictures fit into the seven digits of their length; of a
 * greater one every second, third ... pixel is sent.
 */
final class KeyenceIvPictures {
    private static final int LENGTH_DIGITS = 7;
    private static final int MOST_BYTES = 9_999_999;
    private static final int HEAD = 54;
    private static final int HIGHEST_KIND = 9;

    private final KeyenceIvSettings settings;
    private final Desk desk;

    KeyenceIvPictures(KeyenceIvSettings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    /** The parameter, which kind of picture, makes no difference here. */
    void tell(Words words) {
        if (words.count() != 1 || Digits.whole(words.get(0), 0, HIGHEST_KIND).isEmpty()) {
            desk.answer(Fault.PARAMETER.of(words));
            return;
        }
        desk.ask(new Command.LastResult(settings.station()), reply -> {
            if (reply instanceof Reply.Found found) {
                fetch(words, found.result());
            } else {
                desk.answer(Fault.NOT_NOW.of(words));
            }
        });
    }

    private void fetch(Words words, InspectionResult result) {
        desk.ask(new Command.FetchPicture(result.id(), PictureFormat.RAW, PictureView.SOURCE), reply -> {
            Optional<byte[]> file =
                    reply instanceof Reply.PictureOf pictureOf ? file(pictureOf.picture()) : Optional.empty();
            file.ifPresentOrElse(bytes -> send(words, result, bytes), () -> desk.answer(Fault.NOT_NOW.of(words)));
        });
    }

    /** The head is a write of its own. */
    private void send(Words words, InspectionResult result, byte[] file) {
        int numbers = (int) Math.pow(10, settings.pictureNumberDigits());
        String number = Integer.toString(KeyenceIvResult.number(result) % numbers);
        desk.write(String.join(
                ",",
                words.name(),
                Digits.padded(number, settings.pictureNumberDigits()),
                Digits.padded(Integer.toString(file.length), LENGTH_DIGITS),
                ""));
        byte[] end = settings.endAfterPicture() ? settings.end().getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
        byte[] body = Arrays.copyOf(file, file.length + end.length);
        System.arraycopy(end, 0, body, file.length, end.length);
        desk.write("", Blob.of(body));
        desk.next();
    }

    private static Optional<byte[]> file(Picture picture) {
        try (Blob blob = picture.blob()) {
            int step = 1;
            while (length(picture, step) > MOST_BYTES) {
                step++;
            }
            if (step == 1) {
                return BmpPicture.in24Bits(picture);
            }
            ByteBuffer rows = blob.bytes();
            int bytesAPixel = picture.format().equals("mono8") ? 1 : 3;
            boolean whole = rows.remaining() == (long) picture.width() * picture.height() * bytesAPixel;
            return whole ? BmpPicture.in24Bits(everyNth(picture, rows, bytesAPixel, step)) : Optional.empty();
        }
    }

    private static long length(Picture picture, int step) {
        long rowBytes = (3L * across(picture.width(), step) + 3) / 4 * 4;
        return HEAD + rowBytes * across(picture.height(), step);
    }

    private static int across(int pixels, int step) {
        return (pixels + step - 1) / step;
    }

    private static Picture everyNth(Picture picture, ByteBuffer rows, int bytesAPixel, int step) {
        int width = across(picture.width(), step);
        int height = across(picture.height(), step);
        byte[] fewer = new byte[width * height * bytesAPixel];
        int at = 0;
        for (int y = 0; y < picture.height(); y += step) {
            for (int x = 0; x < picture.width(); x += step) {
                rows.get((y * picture.width() + x) * bytesAPixel, fewer, at, bytesAPixel);
                at += bytesAPixel;
            }
        }
        return new Picture(picture.format(), width, height, Blob.of(fewer));
    }
}
