package org.shutterline.server.archive;

import org.shutterline.protocol.message.Picture;

/** What became of asking for a picture. */
public sealed interface PictureAnswer {

    /**
     * @param picture whoever gets the answer closes its blob
     * @param exact whether its pixels are the very ones that were judged
     */
    record Found(Picture picture, boolean exact) implements PictureAnswer {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.found(this);
        }
    }

    /** There is such a result, its picture is not kept or lost. */
    record NotKept() implements PictureAnswer {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.notKept(this);
        }
    }

    /** There is no such result. */
    record NoSuchResult() implements PictureAnswer {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.noSuchResult(this);
        }
    }

    /** One method for each answer. */
    interface Handler<R> {
        R found(Found found);

        R notKept(NotKept notKept);

        R noSuchResult(NoSuchResult noSuchResult);
    }

    <R> R answerBy(Handler<R> handler);
}
