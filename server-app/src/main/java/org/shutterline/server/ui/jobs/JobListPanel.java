package org.shutterline.server.ui.jobs;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Tables;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.JobRow;
import org.shutterline.server.ui.Deck;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.RowTable;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** All jobs. */
final class JobListPanel extends JPanel {
    private static final String PACKAGE = "shutterjob";

    private final EditorActions actions;
    private final FileQuestion files;
    private final JButton fresh = Buttons.accent("", Icons.PLUS);
    private final JButton bringIn = Buttons.plain("");
    private final JButton open = Buttons.plain("", Icons.PENCIL);
    private final JButton copy = Buttons.plain("");
    private final JButton rename = Buttons.plain("");
    private final JButton compare = Buttons.plain("");
    private final JButton export = Buttons.plain("");
    private final JButton delete = Buttons.plain("");
    private final NameBar name = new NameBar();
    private final ArrivalBar arrival;
    private final CompareCard comparison;
    private final JLabel notice = Headline.changing();
    private final JLabel empty = Headline.changing();
    private final Deck deck = new Deck();
    private final Last noticed = new Last();
    private final Last listed = new Last();
    private List<JobRow> jobs = List.of();
    private final RowTable<JobRow> rows = new RowTable<>(
            "jobs",
            row -> key(row.name()),
            new RowTable.Columns<JobRow>()
                    .with("jobs.list.name", JobRow::name)
                    .with("jobs.list.version", row -> row.version() == 0 ? "" : row.version())
                    .with("jobs.list.saved", row -> row.version() == 0 ? "" : Times.day(row.saved()))
                    .with("jobs.list.tools", JobRow::tools)
                    .with("jobs.list.stations", JobListPanel::stations)
                    .with("jobs.list.state", JobListPanel::state)
                    .all());

    JobListPanel(EditorActions actions, FileQuestion files) {
        this.actions = actions;
        this.files = files;
        this.arrival = new ArrivalBar(actions);
        this.comparison = new CompareCard(actions);
        setOpaque(false);
        rows.widths(320, 90, 170, 90, 160, 0);
        Tables.second(rows.column(2));
        for (JButton button : List.of(fresh, bringIn, open, copy, compare, rename, export, delete)) {
            button.setFocusable(true);
        }
        fresh.setName("jobs.new");
        bringIn.setName("jobs.import");
        open.setName("jobs.open");
        copy.setName("jobs.copy");
        compare.setName("jobs.compare");
        rename.setName("jobs.rename");
        export.setName("jobs.export");
        delete.setName("jobs.delete");
        notice.setName("jobs.notice");
        Needs.mark(Act.TEACH, fresh, bringIn, copy, rename, delete, name, arrival);
        deck.with("none", Headlined.of(empty));
        deck.with("some", rows.scroll());
        wire();
        gaps(16);
        Words.follow(this, this::label);
    }

    /** Two names may have the same hash code, but not the same digest. */
    private static long key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    private static String stations(JobRow row) {
        return row.stations().stream()
                .map(number -> UiWords.text("jobs.ask.station", number))
                .collect(Collectors.joining(", "));
    }

    private static String state(JobRow row) {
        return row.trouble().orElseGet(() -> UiWords.text(row.draft() ? "jobs.neverSaved" : "jobs.list.fine"));
    }

    private void wire() {
        fresh.addActionListener(pressed -> name.ask("jobs.ask.new", "", "", actions::create));
        bringIn.addActionListener(
                pressed -> files.open(UiWords.text("jobs.packages"), List.of(PACKAGE), actions::importFrom));
        open.addActionListener(pressed -> chosen().ifPresent(job -> actions.open(job.name())));
        copy.addActionListener(pressed -> chosen().ifPresent(job ->
                name.ask("jobs.ask.copy", job.name(), job.name() + "-2", other -> actions.copy(job.name(), other))));
        compare.addActionListener(pressed ->
                chosen().ifPresent(job -> CompareCard.begin(actions, job.name(), job.version(), job.kept())));
        rename.addActionListener(pressed -> chosen().ifPresent(job ->
                name.ask("jobs.ask.rename", job.name(), job.name(), other -> actions.rename(job.name(), other))));
        export.addActionListener(pressed -> chosen().ifPresent(job -> files.save(
                UiWords.text("jobs.packages"),
                job.name() + "." + PACKAGE,
                file -> actions.exportTo(job.name(), file))));
        delete.addActionListener(pressed -> chosen().ifPresent(this::askToDelete));
        rows.onChoice(row -> offer());
        rows.table().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent click) {
                if (click.getClickCount() == 2) {
                    chosen().ifPresent(job -> actions.open(job.name()));
                }
            }
        });
    }

    /** Its versions and labelled pictures are lost for good, so its name is asked for. */
    private void askToDelete(JobRow job) {
        name.askFor(job.name(), "jobs.ask.delete", () -> actions.delete(job.name()));
    }

    private Optional<JobRow> chosen() {
        return rows.chosen();
    }

    private void offer() {
        boolean one = chosen().isPresent();
        boolean idle = chosen().filter(job -> job.stations().isEmpty()).isPresent();
        boolean draft = chosen().filter(JobRow::draft).isPresent();
        open.setEnabled(one);
        copy.setEnabled(one && !draft);
        export.setEnabled(one && !draft);
        String unsaved = draft ? UiWords.text("jobs.neverSaved") : null;
        copy.setToolTipText(unsaved);
        export.setToolTipText(unsaved);
        compare.setEnabled(chosen().filter(job -> job.version() > 0).isPresent());
        rename.setEnabled(idle);
        delete.setEnabled(idle);
        String why = one && !idle ? UiWords.text("jobs.inUse") : null;
        rename.setToolTipText(why);
        delete.setToolTipText(why);
    }

    void gaps(int gap) {
        removeAll();
        setLayout(new MigLayout(
                "insets " + gap + ", gap " + gap + " 0, fill, hidemode 3",
                "[grow, fill]",
                gap + "[]12[]0[]0[]0[]8[grow, fill]" + gap));
        JPanel head = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[]push[][]", "[40!]"));
        head.setOpaque(false);
        head.add(Headline.page("jobs.title"));
        head.add(bringIn);
        head.add(fresh);
        Card card = new Card(new MigLayout("insets 8 1 12 1, gapy 8, fill", "[grow, fill]", "[grow, fill][40!]"));
        card.add(deck, "hmin 0, wrap");
        JPanel foot = new JPanel(new MigLayout("insets 0 14 0 14, gap 8"));
        foot.setOpaque(false);
        for (JButton button : List.of(open, copy, compare, rename, export, delete)) {
            foot.add(button);
        }
        card.add(foot, "wmin 0");
        add(head, "cell 0 0, wmin 0");
        add(name, "cell 0 1, wmin 0");
        add(arrival, "cell 0 2, wmin 0");
        add(comparison, "cell 0 3, wmin 0, gaptop 8");
        add(notice, "cell 0 4, wmin 0, gaptop 8");
        add(card, "cell 0 5, hmin 0");
        revalidate();
    }

    private void label() {
        fresh.setText(UiWords.text("jobs.new"));
        bringIn.setText(UiWords.text("jobs.import"));
        open.setText(UiWords.text("jobs.open"));
        copy.setText(UiWords.text("jobs.copy"));
        compare.setText(UiWords.text("jobs.compareVersions"));
        rename.setText(UiWords.text("jobs.rename"));
        export.setText(UiWords.text("jobs.export"));
        delete.setText(UiWords.text("jobs.delete"));
        empty.setText(UiWords.text("jobs.none"));
        rows.label();
        listed.forget();
        offer();
    }

    void show(EditorState state) {
        if (listed.differs(state.jobs())) {
            jobs = state.jobs();
            rows.show(jobs, false);
            deck.show(jobs.isEmpty() ? "none" : "some");
            if (chosen().isEmpty() && !jobs.isEmpty()) {
                rows.select(key(jobs.get(0).name()));
            }
            offer();
        }
        arrival.show(state.arrival());
        comparison.show(state);
        EditorPanel.notice(notice, noticed, state.notice());
    }

    /** Asks for the name of a job that is taught on the picture of this result. */
    void askForNew(long id) {
        name.ask("jobs.ask.newOn", Long.toString(id), "", named -> actions.createOn(named, id));
    }

    boolean escape() {
        boolean stood = name.isVisible();
        name.setVisible(false);
        return stood;
    }
}
