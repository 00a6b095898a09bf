package org.shutterline.protocol.spi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;

/** What the owner of a server's socket is to do next. */
public sealed interface ServerStep {

    /**
     * Write these bytes, whole and in one piece, after all that was to be sent before.
     *
     * @param text the line or lines with their ends
     * @param blobs bytes that follow the text; whoever carries out or drops the step closes them
     */
    record Send(byte[] text, List<Blob> blobs) implements ServerStep {
        public Send(byte[] text) {
            this(text, List.of());
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.send(this);
        }
    }

    /**
     * Write these when there is nothing else to write; a later one for the same slot takes the place of one not begun.
     *
     * @param slot the station whose live picture it is
     */
    record SendNewest(int slot, Send send) implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.sendNewest(this);
        }
    }

    /** Forget what waits in a slot of {@link SendNewest}. */
    record DropNewest(int slot) implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.dropNewest(this);
        }
    }

    /**
     * Have this command done and hand in its reply under the ticket, later or at once: then the steps that come of the reply
     * are carried out after those of this call.
     */
    record Ask(long ticket, Command command) implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.ask(this);
        }
    }

    /** Read no more bytes until {@link ResumeReading}. */
    record PauseReading() implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.pauseReading(this);
        }
    }

    record ResumeReading() implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.resumeReading(this);
        }
    }

    /** The peer said who it is. */
    record Named(String name) implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.named(this);
        }
    }

    /**
     * For people who watch the traffic: something about what was read, such as a line that waits for its end.
     *
     * @param bytes of a line that was read: as they came, with its end; a line with a secret as its text writes it
     */
    record Remark(Kind kind, String text, byte[] bytes) implements ServerStep {
        private static final byte[] NONE = {};

        /** What the remark is about. */
        public enum Kind {
            /** A whole line was read; the text is the line with the characters of its end, secrets masked. */
            LINE_READ,
            /** Bytes without a line end have waited for 1 s; the text is what waits. */
            NO_LINE_END,
            /** It is no peer of this dialect: it began with a TLS hello. */
            TLS,
            /** It is no peer of this dialect: it sent a request of HTTP, which is the text. */
            HTTP,
            /** It began with option bytes of telnet, which this dialect does not skip. */
            TELNET,
            /** The line, which is the text with secrets masked, is no command of this dialect. */
            UNKNOWN,
            /** It named something, which is the text, for which the settings have nothing of ours. */
            UNMAPPED,
            /** What it sent was answered with an error; the text is the two digits of the {@code Code}. */
            ERROR,
            /** It sent a longer line than it may. */
            LINE_BYTES,
            /** It began a line and did not end it in time. */
            LINE_TIME,
            /** It asked for more than may be unanswered at a time. */
            UNANSWERED,
            /** It asked for more with a tag than may be unanswered at a time. */
            TAGGED,
            /** What was read needs more than the peer may do, and was refused; the text says what it was. */
            NOT_ALLOWED,
            /** It promised to send lines and sent none for so many ms, which is the text. */
            SILENT
        }

        public Remark(Kind kind, String text) {
            this(kind, text, NONE);
        }

        /**
         * A line was read.
         *
         * @param text what it says
         * @param shown the same with secrets masked
         * @param end what it ended in
         */
        public static Remark lineRead(byte[] line, String text, String shown, LineEnd end, Charset charset) {
            byte[] sent = shown.equals(text) ? line : shown.getBytes(charset);
            byte[] ending = end.text().getBytes(StandardCharsets.US_ASCII);
            byte[] bytes = Arrays.copyOf(sent, sent.length + ending.length);
            System.arraycopy(ending, 0, bytes, sent.length, ending.length);
            return new Remark(Kind.LINE_READ, shown + end.text(), bytes);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.remark(this);
        }
    }

    /**
     * Send what is to be sent, shut the output down, read and drop for up to {@code drainMs}, then close.
     *
     * @param drainMs 0 closes as soon as all is sent
     */
    record Close(int drainMs) implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.close(this);
        }
    }

    /** Close now; nothing more is sent. */
    record CloseAtOnce() implements ServerStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.closeAtOnce(this);
        }
    }

    /** One method for each step. */
    interface Handler<R> {
        R send(Send step);

        R sendNewest(SendNewest step);

        R dropNewest(DropNewest step);

        R ask(Ask step);

        R pauseReading(PauseReading step);

        R resumeReading(ResumeReading step);

        R named(Named step);

        R remark(Remark step);

        R close(Close step);

        R closeAtOnce(CloseAtOnce step);
    }

    <R> R answerBy(Handler<R> handler);
}
