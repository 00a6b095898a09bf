package org.shutterline.server.ui.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.Tables;
import org.shutterline.look.Words;
import org.shutterline.server.statistics.Report;
import org.shutterline.server.statistics.StageFigures;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.RowTable;
import org.shutterline.server.ui.UiWords;

/** How long the stages of a trigger take. */
final class TimesCard extends Card {
    private static final List<String> STAGES =
            List.of("waiting", "picture", "exposure", "transfer", "inspection", "storing", "answer", "all");

    private Optional<Report> shown = Optional.empty();
    private final RowTable<StageFigures> rows = new RowTable<>(
            "statistics.times",
            row -> STAGES.indexOf(row.stage()),
            new RowTable.Columns<StageFigures>()
                    .with("statistics.stage", row -> UiWords.text("stage." + row.stage()))
                    .with("statistics.triggers", TimesCard::count)
                    .with("statistics.p50", row -> ms(row.p50Ms()))
                    .with("statistics.p95", row -> ms(row.p95Ms()))
                    .with("statistics.p99", row -> ms(row.p99Ms()))
                    .all());

    TimesCard() {
        super(new MigLayout("insets 12 1 8 1, gapy 6, fill", "[grow, fill]", "[][grow, fill]"));
        Tables.second(rows.column(1));
        for (int column = 2; column < 5; column++) {
            Tables.strong(rows.column(column));
        }
        rows.widths(0, 92, 86, 86, 86);
        add(Headline.card("statistics.times"), "gapx 15, wmin 0, wrap");
        add(rows.scroll(), "hmin 0, h 264:264:");
        Words.follow(this, () -> {
            rows.label();
            shown.ifPresent(this::show);
        });
    }

    /** Storing is over after the result was kept, so that its time is known of the last triggers alone. */
    private static String count(StageFigures row) {
        return row.count() == 0 ? UiWords.text("statistics.lastTriggers") : UiWords.text("figure.count", row.count());
    }

    private static String ms(double ms) {
        return UiWords.text("figure.ms", String.format(Locale.ROOT, "%.1f", ms));
    }

    void show(Report report) {
        shown = Optional.of(report);
        rows.show(report.stages(), false);
    }
}
