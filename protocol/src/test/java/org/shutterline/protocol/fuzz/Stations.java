package org.shutterline.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongConsumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.Samples;

/** Replies of every kind that a command may have, each chosen by a number of the fuzzer's. */
final class Stations {
    private static final List<Value> VALUES = List.of(
            new Value.Decimal(12.345, 3),
            new Value.Decimal(-1e12, 0),
            new Value.Text("a,b\r\n\u0000\u2022;\"x"),
            new Value.YesNo(true),
            Value.missing());
    private static final byte[] PIXELS = new byte[3 * 8 * 5];

    private long ids;
    private int lent;
    private boolean good;

    /** How many pictures are with the conversation. */
    int lent() {
        return lent;
    }

    boolean wasOneGood() {
        return good;
    }

    /** @param running told the id of a trigger that was taken */
    Reply reply(Command command, int kind, LongConsumer running) {
        if (kind >= 200 || command instanceof Command.TriggerAll) {
            return new Reply.Refused(Code.values()[kind % Code.values().length]);
        }
        if (command instanceof Command.Trigger) {
            if (kind < 10) {
                return new Reply.Repeated(result(++ids, kind));
            }
            running.accept(++ids);
            return new Reply.Accepted(ids, false);
        }
        if (command instanceof Command.LastResult || command instanceof Command.FindResult) {
            return new Reply.Found(result(Math.max(1, ids), kind));
        }
        if (command instanceof Command.ResultsSince) {
            return new Reply.Results(List.of(result(1, kind), result(2, kind + 1)));
        }
        if (command instanceof Command.FetchPicture fetch) {
            return new Reply.PictureOf(fetch.id(), picture(kind));
        }
        if (command instanceof Command.AskStatus) {
            return Samples.status(StationState.values()[kind % StationState.values().length]);
        }
        if (command instanceof Command.AskJob) {
            return new Reply.JobOf(kind % 2 == 0 ? "plate-A" : "a\r,b");
        }
        if (command instanceof Command.ChangeJob change) {
            return new Reply.JobChanged(change.job(), 3);
        }
        if (command instanceof Command.GetParameter) {
            return kind % 2 == 0
                    ? new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER)
                    : new Reply.ParameterOf("x\r\ny", Reply.ParameterOf.Kind.TEXT);
        }
        return new Reply.Done();
    }

    InspectionResult result(long id, int kind) {
        Verdict verdict = Verdict.values()[kind % 3];
        good |= verdict == Verdict.OK;
        Value value = VALUES.get(kind / 3 % VALUES.size());
        return Samples.result(
                id,
                verdict,
                Samples.measured("width", value, verdict),
                Samples.measured("light", VALUES.get(kind / 15 % VALUES.size()), verdict));
    }

    /** Sound, or with fewer bytes than its size says, or in a format that the dialect did not ask for. */
    Picture picture(int kind) {
        lent++;
        String format = List.of("mono8", "bgr8", "png").get(kind % 3);
        return new Picture(format, 8, kind % 7 == 6 ? 50 : 5, new Lent(format.equals("mono8") ? 40 : 120));
    }

    private final class Lent implements Blob {
        private final ByteBuffer bytes;
        private boolean closed;

        Lent(int length) {
            this.bytes = ByteBuffer.wrap(PIXELS, 0, length).slice().asReadOnlyBuffer();
        }

        @Override
        public ByteBuffer bytes() {
            assertThat(closed).as("read after it was given back").isFalse();
            return bytes.duplicate();
        }

        @Override
        public void close() {
            assertThat(closed).as("given back twice").isFalse();
            closed = true;
            lent--;
        }
    }
}
