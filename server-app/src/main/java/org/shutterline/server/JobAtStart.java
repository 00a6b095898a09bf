package org.shutterline.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.station.FirstJob;
import org.shutterline.server.station.JobShelf.NoSuchJob;
import org.shutterline.server.station.StationPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the job with which a station begins: the very content by which it judged last. If that is kept no more or damaged, the
 * newest of the job's versions that can be set up; if it is whole and cannot be set up, none, for the others may judge
 * otherwise. Blocks.
 */
final class JobAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(JobAtStart.class);

    private final JobStore jobs;
    private final StationPlan plan;

    JobAtStart(JobStore jobs, StationPlan plan) {
        this.jobs = jobs;
        this.plan = plan;
    }

    /**
     * @param version by which it judged last; empty for one that never did, which begins with the present one
     * @throws NoSuchJob if there is no job of this name
     */
    FirstJob of(String name, String version) throws NoSuchJob {
        JobContent content;
        try {
            content = version.isEmpty() ? jobs.content(name) : active(name, version);
        } catch (BadSetting damaged) {
            return version.isEmpty() ? none(name, version, damaged) : instead(name, version, damaged);
        }
        try {
            return setUp(content);
        } catch (BadSetting unusable) {
            return none(name, version, unusable);
        }
    }

    /** @throws BadSetting if it is damaged, or kept no more */
    private JobContent active(String name, String version) throws NoSuchJob {
        if (jobs.versions(name).stream().noneMatch(kept -> kept.id().equals(version))) {
            throw new BadSetting(name + ", version " + version, "is not kept any more");
        }
        return jobs.content(name, version);
    }

    private FirstJob instead(String name, String version, BadSetting why) throws NoSuchJob {
        for (String other : newestFirst(name)) {
            Optional<FirstJob> usable = attempt(name, other);
            if (usable.isPresent()) {
                String remark = "job " + name + " goes on with its version " + other
                        + ", since the one that was active cannot be read: " + why.getMessage();
                LOG.warn("station {}: {}", plan.number(), remark);
                return usable.get().remarking(remark);
            }
        }
        return none(name, version, why);
    }

    private List<String> newestFirst(String name) throws NoSuchJob {
        List<JobVersionEntry> oldestFirst = jobs.versions(name);
        return IntStream.rangeClosed(1, oldestFirst.size())
                .mapToObj(back -> oldestFirst.get(oldestFirst.size() - back).id())
                .distinct()
                .toList();
    }

    private Optional<FirstJob> attempt(String name, String version) {
        try {
            return Optional.of(setUp(jobs.content(name, version)));
        } catch (NoSuchJob | BadSetting unusable) {
            LOG.warn("station {}: {}", plan.number(), unusable.getMessage());
            return Optional.empty();
        }
    }

    /** @throws BadSetting whatever goes wrong: what one tool does must not keep the other stations from starting */
    private FirstJob setUp(JobContent content) {
        try {
            return FirstJob.of(jobs.job(content), plan);
        } catch (BadSetting bad) {
            throw bad;
        } catch (RuntimeException | Error broken) {
            LOG.error("station {}: setting up job {} broke", plan.number(), content.name(), broken);
            throw new BadSetting(content.name(), "a tool of it broke when it was made: " + broken);
        }
    }

    private FirstJob none(String name, String version, BadSetting why) {
        String sentence = "job " + name + " cannot be set up: " + why.getMessage();
        LOG.error("station {}: {}", plan.number(), sentence);
        return FirstJob.none(name, version, sentence, plan);
    }
}
