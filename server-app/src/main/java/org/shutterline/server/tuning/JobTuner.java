package org.shutterline.server.tuning;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.jobs.PresentVersion;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobShelf;
import org.shutterline.server.station.Retouch;
import org.shutterline.server.station.StationRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells and changes limits and settings of active jobs. A change is kept as a version, and every station that runs the job
 * goes on with it. Safe for all threads.
 */
public final class JobTuner {
    private static final Logger LOG = LoggerFactory.getLogger(JobTuner.class);

    private final JobStore store;
    private final AllowedPrograms programs;

    /** @param programs those that clients may name */
    public JobTuner(JobStore store, AllowedPrograms programs) {
        this.store = store;
        this.programs = programs;
    }

    /** ParameterOf or Refused: what it is after all changes that were asked for before. */
    public void tell(StationRunner station, String parameter, Consumer<Reply> reply) {
        station.tellJob(job -> reply.accept(told(job, parameter)));
    }

    private static Reply told(Job job, String parameter) {
        try {
            return new Parameters(job).find(parameter).told();
        } catch (BadSetting none) {
            return wrong(none);
        }
    }

    /**
     * Done or Refused, when the station takes triggers again. No trigger that comes after Done is judged by the old content,
     * at whatever station, restarts included.
     *
     * @param others all stations
     * @param who asks for it, as far as it is known
     */
    public void change(
            StationRunner station,
            Collection<StationRunner> others,
            String parameter,
            String value,
            String who,
            Consumer<Reply> reply) {
        try {
            // what is wrong is told before the station is found busy
            checked(new Parameters(station.activeJob()).find(parameter), value);
        } catch (BadSetting bad) {
            reply.accept(wrong(bad));
            return;
        }
        List<StationRunner> rest =
                others.stream().filter(other -> !other.equals(station)).toList();
        Change change = new Change(rest, parameter, value, who);
        station.retouch(change, answer -> change.whenOthersFollowed(() -> reply.accept(answer)));
    }

    /**
     * @return what then stands in the job's file
     * @throws BadSetting if it cannot be used, or names a program that clients may not name
     */
    private Optional<Object> checked(Parameter<?> parameter, String value) {
        Optional<Object> raw = parameter.read(value);
        parameter.checkProgram(raw, programs);
        return raw;
    }

    private static Reply.Refused wrong(BadSetting bad) {
        return new Reply.Refused(Code.WRONG_ARGUMENT, bad.getMessage());
    }

    /** One change, from the job that is active when its turn comes to the version that is kept. Used by one thread. */
    private final class Change implements Retouch {
        private final List<StationRunner> others;
        private final String parameter;
        private final String value;
        private final String who;
        private Optional<JobContent> changed = Optional.empty();
        private String presentId = "";
        private CompletableFuture<Void> followed = CompletableFuture.completedFuture(null);

        Change(List<StationRunner> others, String parameter, String value, String who) {
            this.others = others;
            this.parameter = parameter;
            this.value = value;
            this.who = who;
        }

        /** It is made for the station that was asked, whatever runs there when its turn comes. */
        @Override
        public boolean isFor(String job) {
            return true;
        }

        @Override
        public Job of(Job active) throws Refusal {
            try {
                JobContent base = base(active);
                Job job = base.id().equals(active.version()) ? active : store.job(base);
                Parameter<?> found = new Parameters(job).find(parameter);
                Optional<Object> raw = checked(found, value);
                if (found.isSame(raw)) {
                    changed = Optional.of(base);
                    return job;
                }
                JobContent content = base.withTree(found.putInto(base.tree(), raw));
                store.check(content);
                changed = Optional.of(content);
                return store.job(content);
            } catch (JobShelf.NoSuchJob gone) {
                throw new Refusal(new Reply.Refused(Code.NO_SUCH_JOB, gone.getMessage()));
            }
        }

        /**
         * The active version; but the present one if it came from the wire, for then another station that runs the same
         * job made it a moment ago. What somebody saved and has not activated is never brought into production by this.
         */
        private JobContent base(Job active) throws JobShelf.NoSuchJob {
            Optional<PresentVersion> present = store.present(active.name());
            if (present.isEmpty()) {
                return store.content(active.name());
            }
            presentId = present.get().entry().id();
            return present.get().by().way() == Origin.Way.WIRE
                    ? store.content(active.name())
                    : store.content(active.name(), active.version());
        }

        @Override
        public boolean keep(Job retouched) throws IOException {
            JobContent content = changed.orElseThrow();
            try {
                JobVersionEntry kept = store.save(content, presentId, Origin.wire(who, parameter + " = " + value));
                LOG.info(
                        "job {}: {} is '{}' from version {} on, asked for by {}",
                        content.name(),
                        parameter,
                        value,
                        kept.number(),
                        who.isEmpty() ? "a client" : who);
            } catch (JobRefused meanwhile) {
                LOG.debug("{}", meanwhile.getMessage());
                return false;
            }
            followed = CompletableFuture.allOf(others.stream()
                    .map(other -> other.follow(new Following(content.name())))
                    .toArray(CompletableFuture<?>[]::new));
            return true;
        }

        void whenOthersFollowed(Runnable then) {
            followed.thenRun(then);
        }
    }

    /** Brings a station that runs the job to what the wire made of it last. */
    private final class Following implements Retouch {
        private final String name;

        Following(String name) {
            this.name = name;
        }

        @Override
        public boolean isFor(String job) {
            return job.equals(name);
        }

        @Override
        public Job of(Job active) throws Refusal {
            if (!active.name().equals(name)) {
                return active;
            }
            try {
                return store.fromWire(name).map(store::job).orElse(active);
            } catch (JobShelf.NoSuchJob gone) {
                throw new Refusal(new Reply.Refused(Code.NO_SUCH_JOB, gone.getMessage()));
            }
        }

        /** It is kept already. */
        @Override
        public boolean keep(Job retouched) {
            return true;
        }
    }
}
