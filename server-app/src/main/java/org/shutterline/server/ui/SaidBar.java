package org.shutterline.server.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.access.Act;
import org.shutterline.server.monitor.Flight;
import org.shutterline.server.monitor.HistoryView;
import org.shutterline.server.monitor.MonitorActions;

/** What a person says of the part that is shown, and its flight record. */
final class SaidBar extends Card {
    private static final String FLIGHT = "shutterflight";

    private final JButton good = Buttons.plain("");
    private final JButton bad = Buttons.plain("");
    private final JButton back = Buttons.plain("");
    private final JButton teach = Buttons.plain("");
    private final JButton newJob = Buttons.plain("");
    private final JButton save = Buttons.plain("");
    private final JButton open = Buttons.plain("");
    private final JLabel note = Headline.changing();
    private final Last last = new Last();

    /**
     * @param taught told the job and the number of the result on which it is to be taught
     * @param fresh told the number of the result on which a new job is to be taught
     */
    SaidBar(MonitorActions actions, FileQuestion files, BiConsumer<String, Long> taught, LongConsumer fresh) {
        super(new MigLayout("insets 8 12 8 12, gap 8 4, fillx, hidemode 3", "", "[36!][36!][]"));
        good.setName("said.good");
        bad.setName("said.bad");
        back.setName("said.back");
        teach.setName("said.teach");
        save.setName("flight.save");
        open.setName("flight.open");
        note.setName("said.note");
        newJob.setName("said.newJob");
        Needs.mark(Act.SAY, good, bad, back);
        Needs.mark(Act.TEACH, newJob);
        row(good, bad, back, open);
        row(teach, newJob, save);
        add(note, "span, growx, wmin 0");
        good.addActionListener(pressed -> actions.sayOfFound(Optional.of(Verdict.OK)));
        bad.addActionListener(pressed -> actions.sayOfFound(Optional.of(Verdict.NG)));
        back.addActionListener(pressed -> actions.sayOfFound(Optional.empty()));
        teach.addActionListener(pressed -> taught.accept(job, number));
        newJob.addActionListener(pressed -> fresh.accept(number));
        save.addActionListener(
                pressed -> files.save(UiWords.text("flight.files"), number + "." + FLIGHT, actions::saveFlight));
        open.addActionListener(
                pressed -> files.open(UiWords.text("flight.files"), List.of(FLIGHT), actions::openFlight));
        Words.follow(this, () -> {
            good.setText(UiWords.text("said.good"));
            bad.setText(UiWords.text("said.bad"));
            back.setText(UiWords.text("said.back"));
            teach.setText(UiWords.text("said.teach"));
            newJob.setText(UiWords.text("said.newJob"));
            teach.setToolTipText(UiWords.text("said.teachHint"));
            save.setText(UiWords.text("flight.save"));
            save.setToolTipText(UiWords.text("flight.saveHint"));
            open.setText(UiWords.text("flight.open"));
            open.setToolTipText(UiWords.text("flight.openHint"));
            last.forget();
        });
    }

    private void row(JButton... buttons) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3", "", "[36!]"));
        row.setOpaque(false);
        for (JButton button : buttons) {
            row.add(button, "h 36!, wmin 0");
        }
        add(row, "wmin 0, growx, wrap");
    }

    private long number;
    private String job = "";

    void show(HistoryView history) {
        Optional<Long> id = history.shown().map(shown -> shown.result().id());
        Optional<Verdict> said = id.map(history.said()::get);
        if (!last.differs(id, said, history.done(), history.flight())) {
            return;
        }
        number = id.orElse(0L);
        job = history.shown().map(shown -> shown.result().job()).orElse("");
        boolean picture =
                history.shown().filter(shown -> shown.picture().isPresent()).isPresent();
        good.setEnabled(picture && said.filter(Verdict.OK::equals).isEmpty());
        bad.setEnabled(picture && said.filter(Verdict.NG::equals).isEmpty());
        save.setEnabled(picture);
        teach.setEnabled(picture);
        newJob.setEnabled(picture);
        back.setVisible(said.isPresent());
        String words = words(history, said);
        note.setText(words);
        note.setToolTipText(words.isEmpty() ? null : words);
        note.setVisible(!words.isEmpty());
        note.setForeground(isTrouble(history) ? State.NG.text() : Palette.TEXT_SECOND.colour());
    }

    private static boolean isTrouble(HistoryView history) {
        return history.flight().filter(flight -> !flight.same()).isPresent()
                || history.done().flatMap(HistoryView.Done::trouble).isPresent();
    }

    private static String words(HistoryView history, Optional<Verdict> said) {
        if (history.flight().isPresent()) {
            return words(history.flight().get());
        }
        if (history.done().isPresent()) {
            HistoryView.Done done = history.done().get();
            return done.trouble()
                    .map(why -> UiWords.text("jobs.notice.refused", why))
                    .orElseGet(() -> UiWords.text(done.what().equals("flight") ? "flight.saved" : "said.kept"));
        }
        return said.map(verdict -> UiWords.text(verdict == Verdict.OK ? "said.isGood" : "said.isBad"))
                .orElse("");
    }

    private static String words(Flight flight) {
        String lines = String.join("; ", flight.lines());
        if (!flight.usable()) {
            return UiWords.text("flight.unusable", lines);
        }
        return UiWords.text(flight.same() ? "flight.same" : "flight.other", flight.file(), lines);
    }
}
