package org.shutterline.protocol.dialect.keyence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.ResultOutput;
import org.shutterline.protocol.script.Stations;

/**
 * One trigger of one station or several. The command is answered when all have taken it or one has refused; the result line
 * holds the results of all, by station.
 */
final class KeyenceXgTrigger implements Stations.Triggered {
    private final KeyenceXgSettings settings;
    private final Desk desk;
    private final String name;
    private final String refusal;
    private final Runnable failed;
    private final List<InspectionResult> results = new ArrayList<>();
    private final int of;
    private int taken;
    private boolean refused;

    /** @param failed run once if it is not taken, or has no result */
    KeyenceXgTrigger(KeyenceXgSettings settings, Desk desk, String name, int of, String refusal, Runnable failed) {
        this.settings = settings;
        this.desk = desk;
        this.name = name;
        this.of = of;
        this.refusal = refusal;
        this.failed = failed;
    }

    @Override
    public void accepted() {
        taken++;
        if (taken == of && !refused && !settings.compatible()) {
            desk.answer(name);
        }
    }

    @Override
    public void refused(Code code) {
        if (refused) {
            return;
        }
        refused = true;
        failed.run();
        boolean answered = taken == of && !settings.compatible();
        if (answered) {
            desk.say(refusal);
        } else {
            desk.answer(refusal);
        }
    }

    @Override
    public void judged(InspectionResult result) {
        results.add(result);
        if (results.size() < of || refused) {
            return;
        }
        results.sort(Comparator.comparing(InspectionResult::station));
        String line = String.join(
                settings.format().separator(),
                results.stream().map(settings.format()::line).toList());
        if (settings.compatible()) {
            desk.answer(name + "," + line);
        } else if (settings.output() == ResultOutput.OWN) {
            desk.say(line);
        }
    }
}
