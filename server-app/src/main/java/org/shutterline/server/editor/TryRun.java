package org.shutterline.server.editor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.station.AtWork;
import org.shutterline.server.station.Judgement;
import org.shutterline.server.station.Patience;
import org.shutterline.server.station.ToolVerdict;

/** One try of a draft on an album, beside the job in service. Runs on a thread of its own; can be cancelled from any. */
final class TryRun {
    private static final long TELL_NANOS = 200_000_000;

    private final Draft draft;
    private final Reference inService;
    private final String source;
    private final Workshop workshop;
    private final Threads.Limits limits;
    private final LongSupplier nanoTime;
    private final TryRows rows = new TryRows();
    private final TriedValues values = new TriedValues();
    private final long startNanos;
    private volatile boolean cancelled;

    /**
     * @param inService the job as it judges now, if there is one
     * @param nanoTime as of {@link System#nanoTime}
     */
    TryRun(
            Draft draft,
            Reference inService,
            String source,
            Workshop workshop,
            Threads.Limits limits,
            LongSupplier nanoTime) {
        this.draft = draft;
        this.inService = inService;
        this.source = source;
        this.workshop = workshop;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
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

    /** @param progress told at most five times a second on this thread, and once at the end with {@code running} false */
    void run(Album album, Film film, Consumer<TryView> progress) {
        AtWork atWork = new AtWork();
        try (Patience patience = new Patience(Threads.TOOLS)) {
            Made now = setUp(patience, draft, atWork);
            try {
                Optional<Made> before = inService.read().flatMap(job -> usable(patience, job));
                try {
                    all(album, film, now, before, patience, progress);
                } finally {
                    before.ifPresent(made -> close(patience, made));
                }
            } finally {
                close(patience, now);
            }
        } catch (BadSetting | ToolException bad) {
            progress.accept(view(album, false, Optional.of(String.valueOf(bad.getMessage()))));
        } catch (Patience.GaveUp never) {
            String tool =
                    atWork.tool().flatMap(draft::tool).map(DraftTool::title).orElse(source);
            progress.accept(view(album, false, Optional.of(tool + " " + never.getMessage())));
        }
    }

    private Made setUp(Patience patience, Draft job, AtWork atWork) throws Patience.GaveUp, ToolException {
        return patience.within(
                limits.setUpMs(), () -> Made.of(job, workshop, atWork), late -> late.ifPresent(Made::close));
    }

    private Optional<Made> usable(Patience patience, Draft job) {
        try {
            Made made = setUp(patience, job, new AtWork());
            if (made.troubles().isEmpty()) {
                return Optional.of(made);
            }
            close(patience, made);
            return Optional.empty();
        } catch (BadSetting | ToolException | Patience.GaveUp unusable) {
            return Optional.empty();
        }
    }

    /** Behind a tool that is still at work, so that nothing is freed under it. */
    private void close(Patience patience, Made made) {
        patience.last(limits.setUpMs(), made::close);
    }

    private void all(
            Album album, Film film, Made now, Optional<Made> before, Patience patience, Consumer<TryView> progress)
            throws Patience.GaveUp, ToolException {
        long told = nanoTime.getAsLong();
        for (int i = 0; i < album.size() && !cancelled; i++) {
            rows.add(row(album, film, i, now, before, patience));
            if (nanoTime.getAsLong() - told >= TELL_NANOS) {
                progress.accept(view(album, true, Optional.empty()));
                told = nanoTime.getAsLong();
            }
        }
        progress.accept(view(album, false, Optional.empty()));
    }

    private TryView.Row row(Album album, Film film, int index, Made now, Optional<Made> before, Patience patience)
            throws Patience.GaveUp, ToolException {
        try {
            Picture picture = album.at(index);
            Judgement judged = judged(patience, now, picture);
            Optional<Verdict> was = before.isPresent()
                    ? Optional.of(judged(patience, before.get(), picture).verdict())
                    : Optional.empty();
            values.add(judged, picture.label());
            film.keep(index, picture.pixels());
            return row(album.name(index), index, picture, () -> film.thumb(index), now, judged, was);
        } catch (IOException unreadable) {
            return unread(album.name(index), index, String.valueOf(unreadable.getMessage()));
        } catch (OutOfMemoryError large) {
            return unread(album.name(index), index, "picture too large");
        }
    }

    private Judgement judged(Patience patience, Made made, Picture picture) throws Patience.GaveUp, ToolException {
        return patience.within(made.limitMs() + limits.graceMs(), () -> Trial.of(draft, made, picture), late -> {})
                .judgement();
    }

    private static TryView.Row row(
            String name,
            int index,
            Picture picture,
            Supplier<Optional<PlainPicture>> thumb,
            Made now,
            Judgement judged,
            Optional<Verdict> was) {
        boolean usable = now.troubles().isEmpty();
        return new TryView.Row(
                index,
                picture.id(),
                name,
                thumb,
                picture.label(),
                was,
                usable ? judged.verdict() : Verdict.UNKNOWN,
                usable
                        ? judged.reason()
                        : now.troubles().values().iterator().next().why(),
                judged.tools().stream()
                        .flatMap(tool -> telling(tool).map(value -> named(tool, value)))
                        .toList(),
                judged.tools().stream().mapToDouble(tool -> tool.ms()).sum());
    }

    /** Those that limits judge, else the first. */
    private static Stream<Measurement> telling(ToolVerdict tool) {
        List<Measurement> judged = tool.measurements().stream()
                .filter(value -> value.low().isPresent() || value.high().isPresent())
                .toList();
        return judged.isEmpty() ? tool.measurements().stream().limit(1) : judged.stream();
    }

    /** By the title of its tool, and its own name if it is not the first: only that tells which is which in a row. */
    private static Measurement named(ToolVerdict tool, Measurement value) {
        boolean first = tool.measurements().get(0).equals(value);
        return new Measurement(
                first ? tool.step().title() : tool.step().title() + " " + value.name(),
                value.value(),
                value.unit(),
                value.low(),
                value.high(),
                value.expected(),
                value.verdict(),
                value.reason());
    }

    private static TryView.Row unread(String name, int index, String why) {
        return new TryView.Row(
                index,
                0,
                name,
                Optional::empty,
                Optional.empty(),
                Optional.empty(),
                Verdict.UNKNOWN,
                why,
                List.of(),
                0);
    }

    private TryView view(Album album, boolean running, Optional<String> trouble) {
        return new TryView(
                source,
                running,
                rows.size(),
                album.size(),
                album.leftOut(),
                (nanoTime.getAsLong() - startNanos) / 1e9,
                false,
                rows.all(),
                rows.confusion(),
                trouble);
    }
}
