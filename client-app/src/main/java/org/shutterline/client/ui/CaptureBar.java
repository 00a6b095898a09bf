package org.shutterline.client.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.language.Ability;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorState.Capture;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.Words;

/** The part, the large button, and the repeated capture. */
final class CaptureBar extends JPanel {
    static final int LEAST_MS = 50;
    static final int MOST_MS = 3_600_000;
    private static final int STEP_MS = 50;

    private final Sentences sentences;
    private final OperatorActions actions;
    private final JLabel head = new JLabel();
    private final JTextField part = new JTextField();
    private final CaptureButton capture = new CaptureButton();
    private final JLabel repeatHead = new JLabel();
    private final JSpinner everyMs;
    private final JLabel unit = new JLabel();
    private final JToggleButton repeat = Buttons.toggle(Icons.REPEAT, "");
    private Optional<OperatorState> state = Optional.empty();
    private long lastReturned;
    private boolean compact;
    private boolean binding;

    CaptureBar(Sentences sentences, OperatorActions actions, int firstEveryMs) {
        super(new MigLayout());
        this.sentences = sentences;
        this.actions = actions;
        this.everyMs = new JSpinner(new SpinnerNumberModel(firstEveryMs, LEAST_MS, MOST_MS, STEP_MS));
        setOpaque(false);
        build();
        part.addActionListener(entered -> capture());
        capture.addActionListener(pressed -> capture());
        repeat.addActionListener(pressed -> actions.repeat(repeat.isSelected(), everyMs()));
        everyMs.addChangeListener(changed -> {
            if (!binding) {
                actions.repeat(repeat.isSelected(), everyMs());
            }
        });
        Words.follow(this, this::label);
    }

    private void build() {
        part.setName("part");
        part.setFont(Type.PART.font());
        part.putClientProperty(
                FlatClientProperties.TEXT_FIELD_LEADING_ICON,
                new PaddedIcon(Icons.BARCODE.icon(24, Palette.TEXT_SECOND.colour()), 12, 0));
        part.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        // a scan may move the focus here after its first character, which the next one must not replace
        part.putClientProperty(
                FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY, FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY_NEVER);
        repeat.setName("repeat");
        everyMs.setName("everyMs");
        everyMs.setFont(Type.STATION.font());
        for (JLabel second : new JLabel[] {head, repeatHead, unit}) {
            second.setFont(Type.SECOND.font());
            second.setForeground(Palette.TEXT_SECOND.colour());
        }
        head.setLabelFor(part);
        repeatHead.setLabelFor(everyMs);
        place();
    }

    /** The layout of small windows: the interval of the repeated capture moves into the menu. */
    void compact(boolean small) {
        if (compact != small) {
            compact = small;
            place();
            label();
        }
    }

    private void place() {
        removeAll();
        String columns = compact ? "[184!]12[grow, fill]12[56!]" : "[288!]16[grow, fill]16[82!]8[]8[52!]";
        setLayout(new MigLayout("insets 0, gap 0, fill", columns, "[16!]4[52!]"));
        add(head, "cell 0 0, wmin 0");
        add(part, "cell 0 1, grow");
        add(capture, "cell 1 0 1 2, grow");
        if (!compact) {
            add(repeatHead, "cell 2 0 3 1, wmin 0");
            add(everyMs, "cell 2 1, grow, w 82!");
            add(unit, "cell 3 1");
        }
        add(repeat, compact ? "cell 2 0 1 2, grow" : "cell 4 1, grow");
        revalidate();
        repaint();
    }

    JTextField part() {
        return part;
    }

    int everyMs() {
        return ((Number) everyMs.getValue()).intValue();
    }

    void everyMs(int ms) {
        everyMs.setValue(ms);
    }

    /** Captures with the part that stands in the field, and empties the field for the next one. */
    void capture() {
        boolean can = state.filter(it -> it.capture() != Capture.NO_CONNECTION).isPresent();
        actions.capture(part.getText());
        if (can) {
            part.setText("");
        }
    }

    void repeatOrNot() {
        if (repeat.isEnabled()) {
            actions.repeat(!repeat.isSelected(), everyMs());
        }
    }

    void show(OperatorState shown) {
        boolean capturable = shown.capture() == Capture.READY || shown.capture() == Capture.RUNNING;
        boolean changed = state.filter(
                        it -> it.capture() == shown.capture() && it.abilities().equals(shown.abilities()))
                .isEmpty();
        state = Optional.of(shown);
        if (changed) {
            capture.setEnabled(capturable);
            part.setEnabled(shown.can(Ability.PART) && shown.capture() != Capture.NOT_ALLOWED);
            label();
        }
        repeat.setSelected(shown.repeat().on());
        boolean repeatable =
                shown.connection().stands() && shown.can(Ability.TRIGGER) && shown.capture() != Capture.NOT_ALLOWED;
        repeat.setEnabled(repeatable);
        everyMs.setEnabled(repeatable);
        shown.returned().ifPresent(this::putBack);
    }

    private void putBack(OperatorState.ReturnedPart returned) {
        if (returned.number() > lastReturned) {
            lastReturned = returned.number();
            if (part.getText().isEmpty()) {
                part.setText(returned.part());
            }
        }
    }

    private void label() {
        head.setText(sentences.text(compact ? "capture.headShort" : "capture.head"));
        head.setToolTipText(sentences.text("capture.head"));
        Capture now = state.map(OperatorState::capture).orElse(Capture.NO_CONNECTION);
        boolean allowed = now != Capture.NOT_ALLOWED;
        boolean nameable = state.map(it -> it.can(Ability.PART)).orElse(true);
        String hint = sentences.text("capture.hint." + now);
        part.setToolTipText(!allowed ? hint : nameable ? null : sentences.text("cannot.PART"));
        part.getAccessibleContext().setAccessibleName(sentences.text("capture.head"));
        repeatHead.setText(sentences.text("repeat.head"));
        unit.setText(sentences.text("repeat.unit"));
        Buttons.named(repeat, sentences.text("repeat.hint"));
        if (!allowed) {
            repeat.setToolTipText(hint);
        }
        capture.label(sentences.text("capture.button." + now), sentences.text("capture.key"));
        capture.setToolTipText(hint);
    }
}
