package org.shutterline.server.ui.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.editor.Comparison;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.JobRow;
import org.shutterline.server.editor.JobVersion;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.UiWords;

/** In what two versions differ, in words; which two can be chosen. */
final class CompareCard extends Card {
    private final EditorActions actions;
    private final JComboBox<String> firstJob = new JComboBox<>();
    private final JComboBox<Integer> firstVersion = new JComboBox<>();
    private final JComboBox<String> secondJob = new JComboBox<>();
    private final JComboBox<Integer> secondVersion = new JComboBox<>();
    private final JButton close = Buttons.plain("");
    private final Paragraph words = new Paragraph(Type.BODY);
    private final Last last = new Last();
    private List<JobRow> jobs = List.of();
    private boolean filling;

    CompareCard(EditorActions actions) {
        super(new MigLayout("insets 12 16 12 16, gap 8 8, fillx", "[][][][][][]push[]", "[36!][]"));
        this.actions = actions;
        firstJob.setName("compare.firstJob");
        firstVersion.setName("compare.firstVersion");
        secondJob.setName("compare.secondJob");
        secondVersion.setName("compare.secondVersion");
        close.setName("compare.close");
        words.setName("compare.words");
        add(Headline.second("jobs.compareFrom"));
        add(firstJob, "w 100:180:240, h 36!");
        add(firstVersion, "w 70!, h 36!");
        add(Headline.second("jobs.compareTo"));
        add(secondJob, "w 100:180:240, h 36!");
        add(secondVersion, "w 70!, h 36!");
        add(close, "h 36!, wrap");
        ScrollColumn lines = new ScrollColumn(new MigLayout("insets 0, fillx", "[grow, fill]"));
        lines.add(words, "wmin 0");
        JScrollPane view = lines.inView();
        add(view, "span, growx, wmin 0, h ::180");
        setVisible(false);
        for (JComboBox<String> job : List.of(firstJob, secondJob)) {
            JComboBox<Integer> version = job == firstJob ? firstVersion : secondVersion;
            job.addActionListener(chosen -> {
                if (!filling) {
                    fill(version, newest(String.valueOf(job.getSelectedItem())));
                    compare();
                }
            });
            version.addActionListener(chosen -> compare());
        }
        close.addActionListener(pressed -> actions.endComparing());
        Words.follow(this, () -> {
            close.setText(UiWords.text("jobs.compareEnd"));
            last.forget();
        });
    }

    /**
     * A job's present version and the one before it; the newest of the others if it is the oldest itself.
     *
     * @param kept the numbers of all its versions
     */
    static void begin(EditorActions actions, String job, int present, List<Integer> kept) {
        int before = kept.stream()
                .filter(number -> number < present)
                .max(Comparator.naturalOrder())
                .or(() -> kept.stream().max(Comparator.naturalOrder()))
                .orElse(present);
        actions.compare(new JobVersion(job, before), new JobVersion(job, present));
    }

    private void compare() {
        if (!filling) {
            actions.compare(chosen(firstJob, firstVersion), chosen(secondJob, secondVersion));
        }
    }

    private static JobVersion chosen(JComboBox<String> job, JComboBox<Integer> version) {
        Integer number = (Integer) version.getSelectedItem();
        return new JobVersion(String.valueOf(job.getSelectedItem()), number == null ? 1 : number);
    }

    private JobVersion newest(String job) {
        return new JobVersion(job, kept(job).stream().findFirst().orElse(1));
    }

    /** The highest first. */
    private List<Integer> kept(String job) {
        return jobs.stream()
                .filter(row -> row.name().equals(job))
                .findFirst()
                .map(JobRow::kept)
                .orElse(List.of());
    }

    void show(EditorState state) {
        Optional<Comparison> comparison = state.comparison();
        if (!last.differs(comparison, state.jobs())) {
            return;
        }
        jobs = state.jobs().stream().filter(job -> !job.draft()).toList();
        boolean changed = isVisible() != comparison.isPresent();
        setVisible(comparison.isPresent());
        comparison.ifPresent(this::show);
        if (changed || comparison.isPresent()) {
            revalidate();
        }
    }

    private void show(Comparison comparison) {
        fillJobs(firstJob, comparison.first());
        fill(firstVersion, comparison.first());
        fillJobs(secondJob, comparison.second());
        fill(secondVersion, comparison.second());
        words.setText(
                comparison.words().isEmpty()
                        ? UiWords.text("jobs.compareSame")
                        : String.join("\n", comparison.words()));
    }

    private void fillJobs(JComboBox<String> box, JobVersion chosen) {
        filling = true;
        box.removeAllItems();
        jobs.forEach(row -> box.addItem(row.name()));
        box.setSelectedItem(chosen.job());
        filling = false;
    }

    /** The newest first; what is chosen is among them, though it may have been made after the list was read. */
    private void fill(JComboBox<Integer> box, JobVersion chosen) {
        filling = true;
        box.removeAllItems();
        Set<Integer> numbers = new TreeSet<>(Comparator.reverseOrder());
        numbers.addAll(kept(chosen.job()));
        numbers.add(chosen.number());
        numbers.forEach(box::addItem);
        box.setSelectedItem(chosen.number());
        filling = false;
    }
}
