package org.shutterline.server.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the lines that could not be kept and adds them, in their order and with their own time, once the shelf can: what is
 * done at the window while the disk is full is told of all the same. Holds {@link #MOST} and counts the others. Thread-safe.
 */
public final class PatientShelf implements Shelf {
    static final int MOST = 1_000;

    private static final int BATCH = 50;
    private static final String LATE = "; written down late";
    private static final String WAITING = "earlier lines of the books wait to be written down";
    private static final Logger LOG = LoggerFactory.getLogger(PatientShelf.class);

    private final Shelf shelf;
    private final Deque<Entry> held = new ArrayDeque<>();
    private long more;
    private int trying;

    public PatientShelf(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void add(Entry entry, Consumer<Optional<String>> kept) {
        if (holdBehindOthers(entry)) {
            kept.accept(Optional.of(WAITING));
            return;
        }
        shelf.add(entry, trouble -> {
            if (trouble.isPresent()) {
                hold(entry);
            }
            kept.accept(trouble);
        });
    }

    @Override
    public Optional<String> fault() {
        Optional<String> fault = shelf.fault();
        if (fault.isEmpty() && isHolding()) {
            tryAgain();
            return isHolding() ? Optional.of(WAITING) : Optional.empty();
        }
        return fault;
    }

    /** Adds some of what is held, if that can be done now. Never blocks; to be called every now and then. */
    public void tryAgain() {
        add(BATCH);
    }

    /** Adds all that is held, or has it in the log: nobody comes after this. */
    public void close() {
        Optional<String> fault = shelf.fault();
        if (fault.isEmpty()) {
            add(MOST + 1);
        } else {
            for (Entry entry : waiting(MOST)) {
                LOG.error("not in the books: {} {} {}: {}", entry.at(), entry.who(), entry.deed(), fault.get());
            }
        }
    }

    /** In one go, so that nothing is waited for between two; what is told of each comes later, or at once. */
    private void add(int most) {
        List<Entry> batch = shelf.fault().isPresent() ? List.of() : begun(most);
        for (Entry entry : batch) {
            try {
                shelf.add(late(entry), trouble -> tried(entry, trouble));
            } catch (RuntimeException refused) {
                tried(entry, Optional.of(String.valueOf(refused.getMessage())));
            }
        }
    }

    private synchronized List<Entry> begun(int most) {
        if (trying > 0) {
            return List.of();
        }
        List<Entry> batch = waiting(most);
        trying = batch.size();
        return batch;
    }

    private synchronized List<Entry> waiting(int most) {
        return held.stream().limit(most).toList();
    }

    private synchronized void tried(Entry entry, Optional<String> trouble) {
        trying--;
        if (trouble.isPresent()) {
            return;
        }
        held.remove(entry);
        if (held.isEmpty() && more > 0) {
            held.add(new Entry(entry.at(), "", entry.from(), more + " more lines could not be kept", "lost"));
            more = 0;
        }
    }

    private static Entry late(Entry entry) {
        return new Entry(entry.at(), entry.who(), entry.from(), entry.deed(), entry.outcome() + LATE);
    }

    private synchronized boolean isHolding() {
        return !held.isEmpty();
    }

    private synchronized boolean holdBehindOthers(Entry entry) {
        boolean behind = !held.isEmpty();
        if (behind) {
            LOG.warn("not in the books yet: {} {}", entry.who(), entry.deed());
            hold(entry);
        }
        return behind;
    }

    private synchronized void hold(Entry entry) {
        if (held.size() < MOST) {
            held.add(entry);
        } else {
            more++;
            LOG.error("not in the books, which cannot be written for too long: {} {}", entry.who(), entry.deed());
        }
    }
}
