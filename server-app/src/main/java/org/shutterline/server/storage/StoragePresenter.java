package org.shutterline.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.monitor.Why;
import org.shutterline.server.storage.StorageState.End;
import org.shutterline.server.storage.StorageState.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the storage while somebody looks, and does one thing with it at a time. Its state is its bench's alone. */
public final class StoragePresenter implements StorageActions {
    private static final Logger LOG = LoggerFactory.getLogger(StoragePresenter.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final StorageSource source;
    private final Bench bench;
    private final Consumer<StorageState> view;
    private Optional<Work> work = Optional.empty();
    private Optional<End> end = Optional.empty();
    private boolean staged;
    private boolean watched;

    public StoragePresenter(StorageSource source, Bench bench, Consumer<StorageState> view) {
        this.source = source;
        this.bench = bench;
        this.view = view;
    }

    /** Begins to keep the view up to date. */
    public void start() {
        bench.every(TICK, this::publish);
    }

    @Override
    public void watching(boolean yes) {
        bench.run(() -> {
            watched = yes;
            publish();
        });
    }

    @Override
    public void backup(Path file) {
        begin(Work.BACKUP, () -> {
            StorageSource.Kept kept = source.backup(file);
            return new End(Work.BACKUP, kept.results(), kept.pictures(), "");
        });
    }

    @Override
    public void restore(Path file) {
        begin(Work.RESTORE, () -> {
            StorageSource.Kept kept = source.stage(file);
            return new End(Work.RESTORE, kept.results(), kept.pictures(), "");
        });
    }

    @Override
    public void verify() {
        begin(Work.VERIFY, () -> {
            List<String> damage = source.verify();
            return new End(Work.VERIFY, damage.size(), 0, String.join("\n", damage));
        });
    }

    @Override
    public void giveUp() {
        bench.run(() -> bench.aside(() -> {
            try {
                source.giveUp();
                bench.run(() -> {
                    staged = false;
                    end = Optional.empty();
                    publish();
                });
            } catch (IOException | BadSetting stays) {
                LOG.warn("the backup that was to be taken in cannot be removed: {}", stays.getMessage());
            }
        }));
    }

    /** Something that takes a while. */
    private interface Task {
        End done() throws IOException;
    }

    private void begin(Work wanted, Task task) {
        bench.run(() -> {
            if (work.isEmpty()) {
                work = Optional.of(wanted);
                end = Optional.empty();
                publish();
                bench.aside(() -> {
                    End ended = ended(wanted, task);
                    bench.run(() -> finish(ended));
                });
            }
        });
    }

    private static End ended(Work wanted, Task task) {
        try {
            return task.done();
        } catch (IOException | UncheckedIOException | BadSetting failed) {
            LOG.warn("{} failed: {}", wanted, failed.getMessage());
            return new End(wanted, 0, 0, Why.of(failed));
        }
    }

    private void finish(End ended) {
        work = Optional.empty();
        end = Optional.of(ended);
        staged |= ended.work() == Work.RESTORE && ended.trouble().isEmpty();
        publish();
    }

    private void publish() {
        if (watched) {
            view.accept(new StorageState(source.facts(), work, end, staged));
        }
    }
}
