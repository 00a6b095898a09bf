package org.shutterline.protocol.dialect.omron;

import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Stations;

/** The measurements of one connection: one at a time, or one after the other until they are ended. Never two at once. */
final class OmronMeasuring {
    /** Who tells the results. */
    interface Teller {
        void tell(InspectionResult result);

        /** A trigger was not taken, or has no result. */
        void failed();
    }

    private final Desk desk;
    private final Stations stations;
    private final Teller teller;
    private State state = State.STILL;
    private boolean peerIsDone;
    private boolean held;
    private boolean due;

    private enum State {
        /** None runs that would be followed by another. */
        STILL,
        /** The first of many is asked for, and the command waits for that. */
        STARTING,
        /** After each comes the next. */
        CONTINUOUS,
        /** The one that runs is the last, and the command to end waits for it. */
        ENDING
    }

    OmronMeasuring(Desk desk, Stations stations, Teller teller) {
        this.desk = desk;
        this.stations = stations;
        this.teller = teller;
    }

    /** Answered when the part is judged. */
    void once() {
        if (state != State.STILL) {
            teller.failed();
            desk.answer(OmronScript.REFUSED);
            return;
        }
        stations.trigger(stations.first(), TriggerRequest.PLAIN, new Once());
    }

    /** Answered when the first trigger is taken. */
    void begin() {
        if (state != State.STILL || peerIsDone) {
            desk.answer(OmronScript.REFUSED);
            return;
        }
        state = State.STARTING;
        again();
    }

    /** Answered when the one that runs is judged, so that no line follows the answer. */
    void end() {
        if (state == State.CONTINUOUS) {
            state = State.ENDING;
        } else {
            desk.answer(OmronScript.DONE);
        }
    }

    /** The peer changes something, which would make the next trigger busy: that waits until then. */
    void hold() {
        held = true;
    }

    /** The change was answered. */
    void goOn() {
        held = false;
        if (due && state == State.CONTINUOUS) {
            again();
        }
        due = false;
    }

    /** The peer can say no more, and so could not end it. */
    void stop() {
        peerIsDone = true;
        if (state == State.CONTINUOUS) {
            state = State.STILL;
        }
    }

    private void again() {
        stations.trigger(stations.first(), TriggerRequest.PLAIN, new OneOfMany());
    }

    private final class Once implements Stations.Triggered {
        @Override
        public void accepted() {
            // the answer waits for the judgement
        }

        @Override
        public void refused(Code code) {
            teller.failed();
            desk.answer(OmronScript.REFUSED);
        }

        @Override
        public void judged(InspectionResult result) {
            teller.tell(result);
            desk.answer(OmronScript.DONE);
        }
    }

    private final class OneOfMany implements Stations.Triggered {
        @Override
        public void accepted() {
            if (state == State.STARTING) {
                state = peerIsDone ? State.STILL : State.CONTINUOUS;
                desk.answer(OmronScript.DONE);
            }
        }

        @Override
        public void refused(Code code) {
            teller.failed();
            switch (state) {
                case STARTING -> desk.answer(OmronScript.REFUSED);
                case ENDING -> desk.answer(OmronScript.DONE);
                case CONTINUOUS, STILL -> desk.say(OmronScript.REFUSED);
            }
            state = State.STILL;
        }

        @Override
        public void judged(InspectionResult result) {
            teller.tell(result);
            if (state == State.CONTINUOUS && held) {
                due = true;
            } else if (state == State.CONTINUOUS) {
                again();
            } else if (state == State.ENDING) {
                state = State.STILL;
                desk.answer(OmronScript.DONE);
            }
        }
    }
}
