package org.shutterline.protocol.dialect.keyence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Stations;

/** The triggers of one connection, and the results that are pushed to it. */
final class KeyenceIvTriggers {
    private final KeyenceIvResult results;
    private final Desk desk;
    private final Stations stations;
    private final Deque<InspectionResult> held = new ArrayDeque<>();
    private OptionalLong told = OptionalLong.empty();
    private boolean push;
    private boolean waiting;

    KeyenceIvTriggers(KeyenceIvSettings settings, KeyenceIvResult results, Desk desk) {
        this.results = results;
        this.desk = desk;
        this.stations = new Stations(desk, List.of(settings.station()));
        this.push = settings.push();
    }

    /** Whether results are pushed from now on. */
    void push(boolean on) {
        push = on;
    }

    /** Triggers and answers that at once. */
    void acknowledge(Words words) {
        stations.trigger(stations.first(), TriggerRequest.PLAIN, new Stations.Triggered() {
            private boolean taken;

            @Override
            public void accepted() {
                taken = true;
                desk.answer(words.name());
            }

            @Override
            public void refused(Code code) {
                if (!taken) {
                    desk.answer(Fault.of(code).of(words));
                } else if (push) {
                    desk.say(Fault.NOT_NOW.of(words));
                }
            }

            @Override
            public void judged(InspectionResult result) {
                // told to whoever switched that on, as any other
            }
        });
    }

    /** Triggers and answers with the result. */
    void await(Words words) {
        waiting = true;
        stations.trigger(stations.first(), TriggerRequest.PLAIN, new Stations.Triggered() {
            @Override
            public void accepted() {
                // the answer waits for the judgement
            }

            @Override
            public void refused(Code code) {
                desk.answer(Fault.of(code).of(words));
                release();
            }

            @Override
            public void judged(InspectionResult result) {
                told = OptionalLong.of(result.id());
                desk.answer(results.line(result));
                release();
            }
        });
    }

    /** Whether its peer is told of others' results. */
    boolean arePushed() {
        return push;
    }

    /** Results of others cannot be told from the answer to T2, so they wait until that is over. */
    void finished(InspectionResult result) {
        boolean own = told.isPresent() && told.getAsLong() == result.id();
        if (!push || own) {
            return;
        }
        if (waiting) {
            held.add(result);
        } else {
            desk.say(results.line(result));
        }
    }

    private void release() {
        waiting = false;
        while (!held.isEmpty()) {
            finished(held.remove());
        }
    }
}
