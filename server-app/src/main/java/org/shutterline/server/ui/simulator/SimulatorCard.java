package org.shutterline.server.ui.simulator;

import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.simulator.Count;
import org.shutterline.server.simulator.PlcCounts;
import org.shutterline.server.simulator.SimulatorActions;
import org.shutterline.server.simulator.SimulatorState;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Retold;

/** A PLC to be played: what it does, and what has come of it so far. */
public final class SimulatorCard extends Card {
    private static final int SHAPE_PX = 18;

    private final SimulatorActions actions;
    private final PlcFields fields = new PlcFields();
    private final PlcFigures figures = new PlcFigures();
    private final JButton start = Buttons.accent("", Icons.PLAY);
    private final JButton stop = Buttons.plain("", Icons.STOP);
    private final JLabel outcome = new JLabel();
    private final Paragraph trouble = new Paragraph(Type.SECOND);
    private Optional<SimulatorState> state = Optional.empty();

    public SimulatorCard(SimulatorActions actions) {
        super(new MigLayout("insets 12 14 12 14, gapy 10, fill, hidemode 3", "[grow, fill, 0:pref]", "[][grow, fill]"));
        this.actions = actions;
        start.setName("simulator.start");
        stop.setName("simulator.stop");
        outcome.setName("simulator.outcome");
        outcome.setFont(Type.BODY_STRONG.font());
        start.addActionListener(pressed -> fields.choice().ifPresent(this.actions::start));
        stop.addActionListener(pressed -> this.actions.stop());
        Needs.mark(Act.TALK, this);
        Needs.mark(Act.LOOK, stop);
        build();
        Words.follow(this, this::label);
    }

    private void build() {
        JPanel head = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow]8[]", "[36!]"));
        head.setOpaque(false);
        head.add(Headline.card("simulator.title"));
        head.add(start, "h 36!");
        head.add(stop, "h 36!");
        add(head, "wrap");
        ScrollColumn rest = new ScrollColumn(
                new MigLayout("insets 0 0 0 2, gapy 12, wrap 1, fillx, hidemode 3", "[grow, fill, 0:pref]"));
        rest.add(fields);
        rest.add(outcome, "wmin 0");
        rest.add(trouble, "wmin 0");
        rest.add(figures);
        add(rest.inView(), "hmin 0");
    }

    private void label() {
        start.setText(UiWords.text("simulator.start"));
        stop.setText(UiWords.text("simulator.stop"));
        state.ifPresent(this::show);
    }

    public void show(SimulatorState shown) {
        state = Optional.of(shown);
        fields.show(shown);
        start.setVisible(!shown.running());
        stop.setVisible(shown.running());
        figures.show(shown.counts());
        showOutcome(shown);
        trouble.setText(shown.trouble().map(Retold::trouble).orElse(""));
        trouble.setVisible(shown.trouble().isPresent());
    }

    private void showOutcome(SimulatorState shown) {
        PlcCounts counts = shown.counts();
        boolean any = counts.of(Count.SENT) > 0 || counts.of(Count.NO_CONNECTION) > 0;
        outcome.setVisible(any);
        outcome.setIcon(StateShape.of(counts.isClean() ? State.OK : State.FAULT, SHAPE_PX));
        outcome.setText(
                counts.isClean()
                        ? UiWords.text("simulator.clean")
                        : UiWords.text(
                                "simulator.unclean",
                                counts.of(Count.LOST),
                                counts.of(Count.NOT_UNDERSTOOD) + counts.of(Count.READ_OTHERWISE),
                                counts.of(Count.NO_CONNECTION)));
    }
}
