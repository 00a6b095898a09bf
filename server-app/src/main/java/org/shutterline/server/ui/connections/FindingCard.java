package org.shutterline.server.ui.connections;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.server.access.Act;
import org.shutterline.server.doctor.Finding;
import org.shutterline.server.doctor.Fix;
import org.shutterline.server.monitor.DoctorView;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Retold;

/** One thing that is wrong: what, seen where, what is best, and the fix if there is one. */
final class FindingCard extends Card {
    private final MonitorActions actions;
    private final Paragraph title = new Paragraph(Type.CARD_TITLE);
    private final Paragraph text = new Paragraph(Type.BODY);
    private final Paragraph seen = new Paragraph(Type.SECOND);
    private final Paragraph failed = new Paragraph(Type.SECOND);
    private final JButton fix = Buttons.accent("", Icons.CHECK);
    private final JButton bytes = Buttons.plain("");
    private final JPanel buttons = new JPanel();
    private Optional<Finding> shown = Optional.empty();
    private boolean stacked = true;

    /** @param showBytes told the peer whose lines are to be seen */
    FindingCard(MonitorActions actions, LongConsumer showBytes) {
        super(new MigLayout("insets 12 14 12 14, gap 10 6, fillx, hidemode 3", "[28!][grow, fill]", ""));
        this.actions = actions;
        tone(Tone.WARNING);
        title.setForeground(Palette.TEXT.colour());
        text.setForeground(Palette.TEXT.colour());
        failed.setForeground(State.NG.text());
        title.setName("finding.title");
        text.setName("finding.text");
        failed.setName("finding.failed");
        fix.setName("finding.fix");
        bytes.setName("finding.bytes");
        add(new JLabel(StateShape.of(State.FAULT, 24)), "aligny top");
        add(title, "wmin 0, wrap");
        add(text, "span, growx, wmin 0, wrap");
        add(seen, "span, growx, wmin 0, wrap");
        add(failed, "span, growx, wmin 0, wrap");
        buttons.setOpaque(false);
        buttons.add(fix, "wmin 0");
        buttons.add(bytes, "wmin 0");
        stack(false);
        add(buttons, "span, growx, wmin 0");
        fix.addActionListener(pressed -> shown.flatMap(Finding::fix).ifPresent(this.actions::fix));
        bytes.addActionListener(
                pressed -> shown.ifPresent(finding -> finding.peer().ifPresent(showBytes::accept)));
    }

    /** Buttons whose words do not fit side by side stand one below the other. */
    @Override
    public void doLayout() {
        int wanted = fix.getPreferredSize().width + bytes.getPreferredSize().width + 8 + 28;
        stack(fix.isVisible() && wanted > getWidth());
        super.doLayout();
    }

    private void stack(boolean yes) {
        if (yes != stacked) {
            stacked = yes;
            buttons.setLayout(new MigLayout(
                    "insets 4 0 0 0, gap 8, fillx, hidemode 3" + (yes ? ", wrap 1" : ""), yes ? "[]push" : "[][]push"));
            buttons.revalidate();
        }
    }

    /** @param place a sentence that says where else the dialect is spoken; empty for none */
    void show(Finding finding, DoctorView doctor, Instant now, String place) {
        shown = Optional.of(finding);
        FindingWords words = new FindingWords(finding, now);
        title.setText(words.title());
        text.setText(place.isEmpty() ? words.text() : words.text() + " " + place);
        seen.setText(words.seen());
        boolean fixing = doctor.fixing().isPresent() && doctor.fixing().equals(finding.fix());
        Optional<String> why = doctor.failed()
                .filter(not -> finding.fix().equals(Optional.of(not.fix())))
                .map(DoctorView.Failed::why);
        failed.setVisible(why.isPresent());
        failed.setText(why.map(reason -> UiWords.text("doctor.notFixed", Retold.trouble(reason)))
                .orElse(""));
        fix.setVisible(finding.fix().isPresent());
        fix.setEnabled(!fixing);
        finding.fix().ifPresent(possible -> {
            Needs.mark(possible instanceof Fix.GoOnline ? Act.OPERATE : Act.LISTEN, fix);
            fix.setText(fixing ? UiWords.text("doctor.fixing") : fixWords(possible));
            fix.setToolTipText(fixHint(possible));
        });
        bytes.setVisible(finding.peer().isPresent());
        bytes.setText(UiWords.text("doctor.bytes"));
    }

    private static String fixWords(Fix fix) {
        return fix instanceof Fix.GoOnline online
                ? UiWords.text("doctor.fix.online", online.station())
                : UiWords.text("doctor.fix.silence");
    }

    private static String fixHint(Fix fix) {
        return fix instanceof Fix.EndBySilence silence
                ? UiWords.text("doctor.fix.silenceHint", silence.port(), silence.silenceMs())
                : UiWords.text("doctor.fix.onlineHint");
    }
}
