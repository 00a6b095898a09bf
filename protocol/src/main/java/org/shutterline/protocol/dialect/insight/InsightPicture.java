package org.shutterline.protocol.dialect.insight;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.format.BmpPicture;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Desk;

/** The picture of the last result as a BMP file in lines of hex. */
final class InsightPicture {
    /** Of a larger one the hex would be more than the machine should hold for one peer. */
    private static final int MOST_BYTES = 32 << 20;

    private final InsightSettings settings;
    private final Desk desk;
    private final Answers answers;
    private final InsightTrigger trigger;

    InsightPicture(InsightSettings settings, Desk desk, Answers answers, InsightTrigger trigger) {
        this.settings = settings;
        this.desk = desk;
        this.answers = answers;
        this.trigger = trigger;
    }

    void tell() {
        ask(new Command.LastResult(settings.station()), reply -> {
            if (reply instanceof Reply.Found found && !trigger.isLost()) {
                fetch(found.result().id());
            } else {
                answers.status(Status.NOT_EXECUTED);
            }
        });
    }

    private void fetch(long id) {
        ask(new Command.FetchPicture(id, PictureFormat.RAW, PictureView.SOURCE), reply -> {
            if (reply instanceof Reply.PictureOf of) {
                tell(of.picture());
            } else {
                answers.status(Status.NOT_EXECUTED);
            }
        });
    }

    private void tell(Picture picture) {
        boolean tooLarge = picture.blob().bytes().remaining() > MOST_BYTES;
        Optional<byte[]> file = tooLarge ? Optional.empty() : BmpPicture.inOwnBits(picture);
        if (file.isEmpty()) {
            picture.blob().close();
            answers.status(tooLarge ? Status.OUT_OF_MEMORY : Status.NOT_EXECUTED);
            return;
        }
        desk.say(answers.withStatus(Integer.toString(2 * file.get().length)));
        desk.write("", new Lines(HexLines.of(file.get(), settings.end()), picture.blob()));
        desk.next();
    }

    private void ask(Command command, Consumer<Reply> listener) {
        desk.ask(command, answers.unlessRefused(listener));
    }

    /** The lent picture is given back when its lines are written, because so long no other is lent to this peer. */
    private static final class Lines implements Blob {
        private final Blob text;
        private final Blob picture;

        Lines(byte[] text, Blob picture) {
            this.text = Blob.of(text);
            this.picture = picture;
        }

        @Override
        public ByteBuffer bytes() {
            return text.bytes();
        }

        @Override
        public void close() {
            picture.close();
        }
    }
}
