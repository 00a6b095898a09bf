package org.shutterline.protocol.dialect.insight;

import java.util.List;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Stations;

/** Triggers of one connection, and whether the last result may be told as that of the part that was triggered last. */
final class InsightTrigger {
    private final Stations stations;
    private final Answers answers;
    private boolean lost;

    InsightTrigger(InsightSettings settings, Desk desk, Answers answers) {
        this.stations = new Stations(desk, List.of(settings.station()));
        this.answers = answers;
    }

    /** Answers when the part is judged, or could not be. */
    void andWait() {
        stations.trigger(stations.first(), TriggerRequest.PLAIN, new One(true));
    }

    /** Answers when the picture is taken. */
    void only() {
        stations.trigger(stations.first(), TriggerRequest.PLAIN, new One(false));
    }

    /** Whether the last part has no result of its own, so that what is known is of a part before. */
    boolean isLost() {
        return lost;
    }

    void happened(Event event) {
        if (event instanceof Event.Finished finished
                && stations.has(finished.result().station())) {
            lost = false;
        } else if (event instanceof Event.Unsafe unsafe && stations.has(unsafe.station())) {
            lost = true;
        }
    }

    private final class One implements Stations.Triggered {
        private final boolean waits;
        private boolean answered;

        One(boolean waits) {
            this.waits = waits;
        }

        @Override
        public void accepted() {
            // the answer waits for the picture or the judgement
        }

        @Override
        public void pictureTaken() {
            if (!waits) {
                answer(Status.DONE);
            }
        }

        @Override
        public void refused(Code code) {
            lost = true;
            answer(Status.of(code));
        }

        @Override
        public void judged(InspectionResult result) {
            answer(result.verdict() == Verdict.UNKNOWN ? Status.NOT_EXECUTED : Status.DONE);
        }

        private void answer(Status status) {
            if (!answered) {
                answered = true;
                answers.status(status);
            }
        }
    }
}
