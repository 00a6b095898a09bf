package org.shutterline.server.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.station.Judgement;

/** One try of a draft on an album, beside the job in service. Runs on a thread of its own; can be cancelled from any. */
final class TryRun {
    private static final long TELL_NANOS = 200_000_000;

    private final Draft draft;
    private final Reference inService;
    private final String source;
    private final Workshop workshop;
    private final List<TryView.Row> rows = new ArrayList<>();
    private final TriedValues values = new TriedValues();
    private final long startNanos = System.nanoTime();
    private volatile boolean cancelled;

    /** @param inService the job as it judges now, if there is one */
    TryRun(Draft draft, Reference inService, String source, Workshop workshop) {
        this.draft = draft;
        this.inService = inService;
        this.source = source;
        this.workshop = workshop;
    }

    Draft draft() {
        return draft;
    }

    void cancel() {
        cancelled = true;
    }

    /** What the draft measured; complete when the run has ended. */
    TriedValues values() {
        return values;
    }

    /** @param progress told now and then on this thread, and once at the end with {@code running} false */
    void run(Album album, Consumer<TryView> progress) {
        try (Made now = Made.of(draft, workshop.jobs(), workshop.scratch())) {
            Optional<Made> before = inService.read().flatMap(this::usable);
            try {
                all(album, now, before, progress);
            } finally {
                before.ifPresent(Made::close);
            }
        } catch (BadSetting bad) {
            progress.accept(view(album, false, Optional.of(bad.getMessage())));
        }
    }

    private Optional<Made> usable(Draft job) {
        try {
            Made made = Made.of(job, workshop.jobs(), workshop.scratch());
            if (made.troubles().isEmpty()) {
                return Optional.of(made);
            }
            made.close();
            return Optional.empty();
        } catch (BadSetting unusable) {
            return Optional.empty();
        }
    }

    private void all(Album album, Made now, Optional<Made> before, Consumer<TryView> progress) {
        long told = System.nanoTime();
        for (int i = 0; i < album.size() && !cancelled; i++) {
            rows.add(row(album, i, now, before));
            if (System.nanoTime() - told > TELL_NANOS) {
                told = System.nanoTime();
                progress.accept(view(album, true, Optional.empty()));
            }
        }
        progress.accept(view(album, false, Optional.empty()));
    }

    private TryView.Row row(Album album, int index, Made now, Optional<Made> before) {
        try {
            Picture picture = album.at(index);
            boolean usable = now.troubles().isEmpty();
            Judgement judged = Trial.of(draft, now, picture).judgement();
            Optional<Verdict> was = before.map(
                    made -> Trial.of(draft, made, picture).judgement().verdict());
            values.add(judged, picture.label());
            return new TryView.Row(
                    index,
                    picture.id(),
                    album.name(index),
                    Optional.of(Thumbs.of(picture.pixels())),
                    picture.label(),
                    was,
                    usable ? judged.verdict() : Verdict.UNKNOWN,
                    usable
                            ? judged.reason()
                            : now.troubles().values().iterator().next().why(),
                    judged.tools().stream()
                            .flatMap(tool -> tool.measurements().stream().limit(1))
                            .toList(),
                    judged.tools().stream().mapToDouble(tool -> tool.ms()).sum());
        } catch (IOException unreadable) {
            return new TryView.Row(
                    index,
                    0,
                    album.name(index),
                    Optional.<PlainPicture>empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.UNKNOWN,
                    String.valueOf(unreadable.getMessage()),
                    List.of(),
                    0);
        }
    }

    private TryView view(Album album, boolean running, Optional<String> trouble) {
        List<TryView.Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((TryView.Row row) -> !row.isChange()).thenComparing(TryView.Row::index));
        return new TryView(
                source,
                running,
                rows.size(),
                album.size(),
                (System.nanoTime() - startNanos) / 1e9,
                false,
                sorted,
                confusion(),
                trouble);
    }

    private Map<Verdict, Map<Verdict, Integer>> confusion() {
        Map<Verdict, Map<Verdict, Integer>> counts = new EnumMap<>(Verdict.class);
        for (TryView.Row row : rows) {
            row.label()
                    .ifPresent(label -> counts.computeIfAbsent(label, fresh -> new EnumMap<>(Verdict.class))
                            .merge(row.now(), 1, Integer::sum));
        }
        return counts;
    }
}
