package org.shutterline.server.ui.jobs;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import org.shutterline.look.Reasons;
import org.shutterline.look.State;
import org.shutterline.look.Tables;
import org.shutterline.look.TryEntry;
import org.shutterline.look.TryStrip;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.editor.TryView;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.RowTable;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Retold;
import org.shutterline.server.ui.settings.ToolWords;

/** The draft tried on many pictures, as a film and as a table with values. */
final class TryCard extends JPanel {
    private static final List<Integer> COUNTS = List.of(200, 20, 50, 1_000);

    private final EditorActions actions;
    private final Darkroom darkroom;
    private final FileQuestion files;
    private final RowTable<TryView.Row> rows = new RowTable<>(
            "tried",
            row -> row.index() + 1L,
            new RowTable.Columns<TryView.Row>()
                    .with("jobs.try.picture", TryView.Row::name)
                    .with("jobs.try.before", TryCard::before)
                    .with("jobs.try.now", TryView.Row::now)
                    .with(
                            "jobs.try.label",
                            row -> row.label().map(Verdict::name).orElse(""))
                    .with("jobs.try.took", row -> UiWords.text("figure.ms", Times.oneDecimal(row.ms())))
                    .with("jobs.try.reason", TryCard::reason)
                    .with("jobs.try.values", TryCard::values)
                    .all());
    private final TryStrip strip = new TryStrip(rows.scroll());
    private final ConfusionGrid confusion = new ConfusionGrid(this::filter);
    private final Last last = new Last();
    private Optional<ConfusionGrid.Cell> wanted = Optional.empty();
    private Optional<OpenJob> shown = Optional.empty();
    private List<TryView.Row> inStrip = List.of();
    private int firstStation = 1;

    TryCard(EditorActions actions, Darkroom darkroom, FileQuestion files) {
        super(new BorderLayout());
        this.actions = actions;
        this.darkroom = darkroom;
        this.files = files;
        setOpaque(false);
        Tables.lamps(
                rows.column(2),
                row -> State.of((Verdict) row),
                row -> State.of((Verdict) row).word());
        Tables.mono(rows.column(0));
        Tables.second(rows.column(4));
        Tables.second(rows.column(5));
        rows.widths(120, 96, 110, 64, 78, 290, 0);
        rows.onChoice(row -> actions.showTried(row.index()));
        strip.onRun(this::start);
        strip.onCancel(actions::cancel);
        strip.onChoice(id -> row(id).ifPresent(row -> actions.showTried(row.index())));
        strip.setName("try");
        strip.beside(confusion);
        add(strip, BorderLayout.CENTER);
        Words.follow(this, this::label);
    }

    private void label() {
        List<String> names = new ArrayList<>();
        COUNTS.forEach(count -> names.add(UiWords.text("jobs.try.production", count)));
        names.add(UiWords.text("jobs.try.labelledSet"));
        names.add(UiWords.text("jobs.try.folder"));
        strip.sources(names);
        rows.label();
        last.forget();
    }

    void stations(List<Integer> all) {
        firstStation = all.stream().findFirst().orElse(1);
    }

    private void start(int source) {
        if (source < COUNTS.size()) {
            int station =
                    shown.flatMap(job -> job.stations().stream().findFirst()).orElse(firstStation);
            actions.tryOnProduction(station, COUNTS.get(Math.max(0, source)));
        } else if (source == COUNTS.size()) {
            actions.tryOnLabelled();
        } else {
            files.folder(actions::tryOnFolder);
        }
    }

    /** As the choice beside the button says. */
    void start() {
        strip.run();
    }

    void show(OpenJob job) {
        shown = Optional.of(job);
        TryView now = job.tryOn();
        if (!last.differs(now)) {
            // small pictures may have arrived
            strip.repaint();
            return;
        }
        showInStrip(now.rows());
        if (now.running() || now.confusion().isEmpty()) {
            wanted = Optional.empty();
            confusion.forget();
        }
        confusion.show(now.confusion());
        rows.show(inView(now), false);
        if (now.running()) {
            strip.running(now.done(), now.of(), note(now));
        } else {
            strip.stopped(note(now));
        }
    }

    /** In the order of their pictures, which is made anew only if rows came. */
    private void showInStrip(List<TryView.Row> now) {
        if (now != inStrip) {
            inStrip = now;
            strip.show(now.stream()
                    .sorted(Comparator.comparing(TryView.Row::index))
                    .map(this::entry)
                    .toList());
        }
    }

    /** Those of one field of the grid, in the table. */
    private void filter(Optional<ConfusionGrid.Cell> cell) {
        wanted = cell;
        shown.map(OpenJob::tryOn).ifPresent(now -> rows.show(inView(now), false));
        if (cell.isPresent()) {
            strip.showTable();
        }
    }

    private List<TryView.Row> inView(TryView now) {
        return wanted.map(cell -> now.rows().stream()
                        .filter(row -> row.label().equals(Optional.of(cell.label())) && row.now() == cell.judged())
                        .toList())
                .orElse(now.rows());
    }

    /** Pictures without a result are counted in their order. */
    private static long id(TryView.Row row) {
        return row.id() > 0 ? row.id() : row.index() + 1L;
    }

    private Optional<TryView.Row> row(long id) {
        return shown.map(OpenJob::tryOn).map(TryView::rows).orElse(List.of()).stream()
                .filter(row -> id(row) == id)
                .findFirst();
    }

    private TryEntry entry(TryView.Row row) {
        return new TryEntry(
                id(row),
                row.before(),
                row.now(),
                () -> row.thumb().flatMap(darkroom::picture),
                row.id() > 0 ? reason(row) : row.name() + " " + reason(row));
    }

    private static String note(TryView now) {
        if (now.trouble().isPresent()) {
            return UiWords.text(
                    "jobs.notice.refused", Retold.trouble(now.trouble().get()));
        }
        if (now.source().isEmpty()) {
            return UiWords.text("jobs.try.none");
        }
        String count =
                UiWords.text("jobs.try.count", now.done(), now.of(), String.format(Locale.ROOT, "%.1f", now.seconds()));
        String less = now.leftOut() > 0 ? "  " + UiWords.text("jobs.try.leftOut", now.leftOut(), now.of()) : "";
        return (now.stale() ? UiWords.text("jobs.try.stale") + "  " : "") + count + less;
    }

    private static String before(TryView.Row row) {
        return row.before()
                .map(was -> State.of(was).word() + (row.isChange() ? "  \u2192" : ""))
                .orElse("");
    }

    private static String values(TryView.Row row) {
        return row.values().stream()
                .map(value -> value.name() + " " + ToolWords.value(value))
                .collect(Collectors.joining("   "));
    }

    private static String reason(TryView.Row row) {
        return Reasons.told(row.reason());
    }
}
