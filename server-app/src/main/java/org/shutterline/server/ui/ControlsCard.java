package org.shutterline.server.ui;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.access.Act;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.Remark;
import org.shutterline.server.monitor.StationView;

/** What can be done with the chosen station; taking it online or offline asks here, in place of the buttons. */
final class ControlsCard extends Card {
    private static final int LABELLED_PX = 600;

    private final MonitorActions actions;
    private final Deck deck = new Deck();
    private final JButton trigger = Buttons.accent("", Icons.TRIGGER);
    private final JToggleButton live = Buttons.toggle("", Icons.LIVE);
    private final SegmentedSwitch online = new SegmentedSwitch("", "");
    private final JLabel jobLabel = new JLabel();
    private final JComboBox<String> job = new JComboBox<>();
    private final JLabel question = new JLabel();
    private final JButton cancel = Buttons.plain("");
    private final JButton yes = Buttons.accent("");
    private final JLabel remark = new JLabel();
    private final Last last = new Last();
    private Optional<StationView> shown = Optional.empty();
    private boolean asksToGoOnline;
    private boolean asking;
    private boolean filling;

    ControlsCard(MonitorActions actions) {
        super(new MigLayout("insets 10 16 10 16, gapy 0, wrap 1, fillx, hidemode 3", "[grow, fill]", "[][]"));
        this.actions = actions;
        deck.with("buttons", buttons());
        deck.with("question", questions());
        remark.setFont(Type.SECOND_STRONG.font());
        remark.setForeground(State.NG.text());
        remark.setName("remark");
        remark.setVisible(false);
        add(deck, "wmin 0");
        add(remark, "wmin 0, gaptop 6");
        wire();
        Words.follow(this, this::label);
    }

    private JPanel buttons() {
        JPanel row = new JPanel(
                new MigLayout("insets 0, gap 12, fill, hidemode 3", "[][]12:push[]12:push[]8[80:200:220]", "[40!]"));
        row.setOpaque(false);
        trigger.setName("trigger");
        live.setName("live");
        online.setName("online");
        job.setName("job");
        jobLabel.setForeground(Palette.TEXT_SECOND.colour());
        jobLabel.setLabelFor(job);
        Needs.mark(Act.TRIGGER, trigger);
        Needs.mark(Act.OPERATE, online, job);
        row.add(trigger, "h 40!");
        row.add(live, "h 40!");
        row.add(online);
        row.add(jobLabel);
        row.add(job, "growx, wmin 90, h 40!");
        return row;
    }

    private JPanel questions() {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 12, fill", "[grow, 0:pref][][]", "[40!]"));
        row.setOpaque(false);
        question.setFont(Type.BODY_STRONG.font());
        cancel.setName("ask.cancel");
        yes.setName("ask.yes");
        row.add(question, "growx, wmin 0");
        row.add(cancel);
        row.add(yes);
        return row;
    }

    private void wire() {
        trigger.addActionListener(pressed -> actions.trigger());
        live.addActionListener(pressed -> actions.live(live.isSelected()));
        online.onChoice(chosen -> ask(chosen == 0));
        cancel.addActionListener(pressed -> endAsking());
        yes.addActionListener(pressed -> {
            actions.online(asksToGoOnline);
            endAsking();
        });
        job.addActionListener(pressed -> {
            if (!filling && job.getSelectedItem() != null) {
                actions.changeJob((String) job.getSelectedItem());
            }
        });
    }

    private void label() {
        trigger.setText(UiWords.text("controls.trigger"));
        live.setText(UiWords.text("controls.live"));
        live.setToolTipText(UiWords.text("controls.liveHint") + " (F6)");
        online.label(UiWords.text("controls.online"), UiWords.text("controls.offline"));
        online.setToolTipText("F7");
        jobLabel.setText(UiWords.text("controls.job"));
        cancel.setText(UiWords.text("controls.cancel"));
        last.forget();
        shown.ifPresent(this::show);
    }

    /** In a narrow card the choice of the job stands without its word. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        jobLabel.setVisible(width >= LABELLED_PX);
    }

    /** There is no station to do anything with. */
    void showNone() {
        trigger.setEnabled(false);
        live.setEnabled(false);
        online.setEnabled(false);
        job.setEnabled(false);
    }

    void show(StationView station) {
        if (shown.filter(before -> before.number() != station.number()).isPresent()) {
            endAsking();
        }
        shown = Optional.of(station);
        if (!last.differs(
                station.number(),
                station.status().state(),
                station.status().job(),
                station.live().on(),
                station.jobs(),
                station.changingTo(),
                station.remark())) {
            return;
        }
        StationState state = station.status().state();
        boolean canTrigger = state == StationState.READY || state == StationState.BUSY;
        trigger.setEnabled(canTrigger);
        trigger.setToolTipText(canTrigger ? UiWords.text("controls.triggerHint") + " (F5)" : whyNot(state));
        live.setEnabled(true);
        online.setEnabled(true);
        live.setSelected(station.live().on());
        online.choose(isOnline(state) ? 0 : 1);
        fillJobs(station);
        boolean remarked = station.remark().isPresent();
        remark.setVisible(remarked);
        remark.setText(station.remark().map(ControlsCard::words).orElse(""));
        remark.setToolTipText(remarked ? remark.getText() : null);
    }

    /** A station with a fault counts as online here: what it is apart from its fault is not told. */
    private static boolean isOnline(StationState state) {
        return state != StationState.OFFLINE;
    }

    private static String whyNot(StationState state) {
        return UiWords.text(state == StationState.OFFLINE ? "controls.whyOffline" : "controls.whyFault");
    }

    private void fillJobs(StationView station) {
        if (job.isPopupVisible()) {
            last.forget();
            return;
        }
        filling = true;
        String present = station.changingTo().orElse(station.status().job());
        List<String> names = station.jobs().contains(present) || present.isEmpty()
                ? station.jobs()
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(present), station.jobs().stream())
                        .toList();
        if (!names.equals(items())) {
            job.removeAllItems();
            names.forEach(job::addItem);
        }
        job.setSelectedItem(present);
        job.setEnabled(station.changingTo().isEmpty() && !names.isEmpty());
        job.setToolTipText(station.changingTo()
                .map(name -> UiWords.text("controls.changing", name))
                .orElse(present));
        filling = false;
    }

    private List<String> items() {
        List<String> items = new java.util.ArrayList<>();
        for (int i = 0; i < job.getItemCount(); i++) {
            items.add(job.getItemAt(i));
        }
        return items;
    }

    private static String words(Remark remark) {
        String what = UiWords.text("remark." + remark.deed().name().toLowerCase(java.util.Locale.ROOT));
        return UiWords.text("remark", what, remark.text(), remark.code().digits());
    }

    /** Asks whether the station is to change between online and offline. */
    void askToChange() {
        shown.filter(station -> online.isEnabled())
                .ifPresent(station -> ask(!isOnline(station.status().state())));
    }

    private void ask(boolean toGoOnline) {
        shown.ifPresent(station -> {
            if (isOnline(station.status().state()) == toGoOnline) {
                return;
            }
            asksToGoOnline = toGoOnline;
            asking = true;
            question.setText(UiWords.text(toGoOnline ? "ask.online" : "ask.offline", station.number()));
            question.setToolTipText(question.getText());
            yes.setText(UiWords.text(toGoOnline ? "ask.goOnline" : "ask.goOffline"));
            deck.show("question");
            cancel.requestFocusInWindow();
        });
    }

    /** Puts the buttons back; false if no question stood there. */
    boolean endAsking() {
        boolean stood = asking;
        asking = false;
        deck.show("buttons");
        if (stood) {
            last.forget();
            shown.ifPresent(this::show);
            trigger.requestFocusInWindow();
        }
        return stood;
    }

    Component trigger() {
        return trigger;
    }
}
