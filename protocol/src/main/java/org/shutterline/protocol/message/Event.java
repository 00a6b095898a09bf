package org.shutterline.protocol.message;

/** What a station tells without being asked. */
public sealed interface Event {

    /** A result is durable. Every peer gets it; who triggered it finds it by its id. */
    record Finished(InspectionResult result) implements Event {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.finished(this);
        }
    }

    /** An accepted trigger has no durable result by its deadline: the storage failed. */
    record Unsafe(int station, long id) implements Event {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.unsafe(this);
        }
    }

    /** The picture of an accepted trigger was taken, before it is judged: the part may move on. */
    record PictureTaken(int station, long id) implements Event {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.pictureTaken(this);
        }
    }

    /** A station changed between ready, offline and fault, or its job changed. To be busy is to be ready here. */
    record StateChanged(StationStatus status) implements Event {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.stateChanged(this);
        }
    }

    /** A live picture. The picture's blob is the receiver's own and it closes it. */
    record LivePicture(int station, Picture picture) implements Event {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.livePicture(this);
        }
    }

    /** One method for each event. */
    interface Handler<R> {
        R finished(Finished event);

        R unsafe(Unsafe event);

        R pictureTaken(PictureTaken event);

        R stateChanged(StateChanged event);

        R livePicture(LivePicture event);
    }

    <R> R answerBy(Handler<R> handler);
}
