package org.shutterline.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.settings.StationSettings;
import org.shutterline.server.station.FirstJob;
import org.shutterline.server.station.JobShelf.NoSuchJob;

/**
 * Tells what people wrote into files and what changes nothing, since a station goes on as it was. A sentence of a thing, which
 * names the station and the line that takes it over. Blocks.
 */
final class UnheededFiles {
    private final JobStore jobs;

    UnheededFiles(JobStore jobs) {
        this.jobs = jobs;
    }

    /** @param running by what a station that ran before begins */
    List<String> of(FirstJob running, StationSettings settings) {
        int station = settings.plan().number();
        List<String> sentences = new ArrayList<>();
        setting(running.name(), settings).ifPresent(sentences::add);
        file(running, station).ifPresent(sentences::add);
        return sentences.stream()
                .map(sentence -> "station " + station + ": " + sentence)
                .toList();
    }

    private Optional<String> setting(String running, StationSettings settings) {
        String wanted = settings.job();
        if (wanted.equals(running)) {
            return Optional.empty();
        }
        String how = jobs.names().contains(wanted)
                ? takeOver(settings.plan().number(), wanted) + " changes it"
                : "there is no such job";
        return Optional.of("job " + running + " goes on, as chosen last; " + settings.placeOfJob() + " says " + wanted
                + " (" + how + ")");
    }

    private Optional<String> file(FirstJob running, int station) {
        String place = JobContent.placeOf(running.name());
        try {
            JobContent now = jobs.content(running.name());
            // without a version it is this very file that cannot be set up, which is told as a fault
            if (running.version().isEmpty() || now.id().equals(running.version())) {
                return Optional.empty();
            }
            jobs.check(now);
            return isByHand(now)
                    ? Optional.of(place + " was changed by hand and is not the version that judges; "
                            + takeOver(station, running.name()) + " takes it over")
                    : Optional.empty();
        } catch (BadSetting unusable) {
            return Optional.of(
                    place + " is not the version that judges, and cannot be taken over: " + unusable.getMessage());
        } catch (NoSuchJob gone) {
            return Optional.empty();
        }
    }

    /** A version that somebody saved and did not put into service waits there on purpose. */
    private boolean isByHand(JobContent now) throws NoSuchJob {
        return jobs.present(now.name())
                .filter(present -> present.by().way() == Origin.Way.FILE)
                .isPresent();
    }

    private static String takeOver(int station, String job) {
        return "JOB" + station + "," + job;
    }
}
