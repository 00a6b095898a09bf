package org.shutterline.client.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.language.Ability;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorState.Phase;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Lamp;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;

/** Where the server is, how the connection stands, and what may be had of it: live picture and export. */
final class ConnectionBar extends JPanel {
    private final Sentences sentences;
    private final OperatorActions actions;
    private final JLabel head = new JLabel();
    private final JComboBox<String> address = new JComboBox<>();
    private final JButton connect = Buttons.plain("", Icons.CONNECT);
    private final Lamp lamp = new Lamp(18);
    private final JSeparator line = new JSeparator(SwingConstants.VERTICAL);
    private final JComboBox<Integer> station = new JComboBox<>();
    private final JLabel jobHead = new JLabel();
    private final JLabel job = new JLabel();
    private final JToggleButton live = Buttons.toggle("", Icons.LIVE);
    private final JButton export = Buttons.plain("", Icons.EXPORT);
    private final JButton login = Buttons.toolbar("", Icons.USER);
    private final JButton more = Buttons.icon(Icons.MORE, "");
    private Optional<OperatorState> state = Optional.empty();
    private boolean compact;
    private boolean binding;

    ConnectionBar(Sentences sentences, OperatorActions actions, Supplier<Menus> menus) {
        super(new MigLayout("insets 0 16 0 16, gap 8, fill, hidemode 3", "", "[64!]"));
        this.sentences = sentences;
        this.actions = actions;
        setBackground(Palette.SURFACE.colour());
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Palette.HAIRLINE.colour()));
        build();
        connect.addActionListener(pressed -> connectOrNot());
        address.addPropertyChangeListener("editor", changed -> connectOnEnter());
        connectOnEnter();
        station.addActionListener(chosen -> chooseStation());
        live.addActionListener(pressed -> actions.showLive(live.isSelected()));
        export.addActionListener(pressed -> menus.get().export(export));
        login.addActionListener(pressed -> menus.get().logIn(login));
        more.addActionListener(pressed -> menus.get().more(more));
        Words.follow(this, this::label);
    }

    /** On the editor itself: the choice tells the same of an Enter and of a lost focus. */
    private void connectOnEnter() {
        if (address.getEditor() != null && address.getEditor().getEditorComponent() instanceof JTextField field) {
            field.addActionListener(entered -> connectTo(typed()));
        }
    }

    private void build() {
        address.setEditable(true);
        address.setName("address");
        address.setFont(Type.WIRE.font());
        connect.setName("connect");
        live.setName("live");
        export.setName("export");
        login.setName("login");
        more.setName("more");
        station.setName("station");
        lamp.setName("lamp");
        head.setForeground(Palette.TEXT_SECOND.colour());
        head.setFont(Type.SECOND.font());
        jobHead.setForeground(Palette.TEXT_SECOND.colour());
        jobHead.setFont(Type.SECOND.font());
        job.setFont(Type.CARD_TITLE.font());
        add(head);
        add(address, "w 208!, h 40!");
        add(connect, "gapright 8");
        add(lamp, "gapright 8, wmin 60");
        add(line, "h 24!");
        add(station, "h 40!");
        add(jobHead, "gapleft 4");
        add(job, "wmin 40, pushx");
        add(login, "h 40!, wmin 40, wmax 200");
        add(live);
        add(export);
        add(more, "w 40!, h 40!");
        place();
    }

    /** The layout of small windows: the two buttons at the right move into the menu. */
    void compact(boolean small) {
        if (compact != small) {
            compact = small;
            place();
            state.ifPresent(this::show);
        }
    }

    private void place() {
        ((MigLayout) getLayout()).setRowConstraints(compact ? "[56!]" : "[64!]");
        live.setVisible(!compact);
        export.setVisible(!compact);
        more.setVisible(compact);
        line.setVisible(!compact);
        connect.setIcon(compact ? null : connect.getIcon());
    }

    void recent(List<String> addresses) {
        binding = true;
        String shown = typed();
        address.setModel(new DefaultComboBoxModel<>(addresses.toArray(String[]::new)));
        address.setSelectedItem(shown.isEmpty() && !addresses.isEmpty() ? addresses.get(0) : shown);
        binding = false;
    }

    /** Where the menu of the exports opens. */
    JComponent exportAnchor() {
        return compact ? more : export;
    }

    void connectOrNot() {
        if (state.filter(it -> it.connection().phase() != Phase.NONE).isPresent()) {
            actions.disconnect();
        } else {
            connectTo(typed());
        }
    }

    void liveOrNot() {
        if (live.isEnabled()) {
            actions.showLive(!live.isSelected());
        }
    }

    void connectTo(String typed) {
        actions.connect(typed);
    }

    private String typed() {
        return ((JTextComponent) address.getEditor().getEditorComponent())
                .getText()
                .strip();
    }

    private void chooseStation() {
        if (!binding && station.getSelectedItem() instanceof Integer number) {
            actions.chooseStation(number);
        }
    }

    void show(OperatorState shown) {
        boolean addressChanged = state.filter(it ->
                        it.connection().address().equals(shown.connection().address()))
                .isEmpty();
        boolean phaseChanged = state.filter(
                        it -> it.connection().phase() == shown.connection().phase())
                .isEmpty();
        state = Optional.of(shown);
        binding = true;
        if (addressChanged && !shown.connection().address().isEmpty()) {
            address.setSelectedItem(shown.connection().address());
        }
        showStations(shown);
        binding = false;
        showLogin();
        if (phaseChanged) {
            label();
        } else {
            showLamp(shown.connection().phase());
        }
    }

    private void showStations(OperatorState shown) {
        if (station.getItemCount() != shown.stations().size()) {
            station.setModel(new DefaultComboBoxModel<>(shown.stations().toArray(Integer[]::new)));
        }
        station.setSelectedItem(shown.station());
        station.setVisible(shown.stations().size() > 1);
        live.setEnabled(shown.connection().stands() && shown.can(Ability.LIVE));
        live.setSelected(shown.live());
        live.setToolTipText(liveHint());
        job.setText(shown.job());
        jobHead.setVisible(!job.getText().isEmpty());
    }

    private void label() {
        Phase phase = state.map(it -> it.connection().phase()).orElse(Phase.NONE);
        head.setText(sentences.text("bar.station"));
        jobHead.setText(sentences.text("bar.job"));
        live.setText(sentences.text("bar.live"));
        live.setToolTipText(liveHint());
        export.setText(sentences.text("bar.export"));
        export.setToolTipText(sentences.text("bar.exportHint"));
        Buttons.named(more, sentences.text("bar.more"));
        showLogin();
        address.getAccessibleContext().setAccessibleName(sentences.text("bar.address"));
        station.getAccessibleContext().setAccessibleName(sentences.text("bar.stationNumber"));
        station.setRenderer(new NamedRenderer(number -> sentences.text("bar.numbered", number.toString())));
        connect.setText(sentences.text(phase == Phase.NONE ? "bar.connect" : "bar.disconnect"));
        connect.setToolTipText(sentences.text("bar.connectHint"));
        if (!compact) {
            connect.setIcon((phase == Phase.NONE ? Icons.CONNECT : Icons.DISCONNECT).icon(18));
        }
        showLamp(phase);
    }

    /** As whom this window works here, and what that allows. */
    private void showLogin() {
        String user = state.map(it -> it.connection().user()).orElse("");
        String role = state.flatMap(it -> it.connection().role())
                .map(has -> sentences.text("role." + has))
                .orElse("");
        String who = user.isEmpty() ? sentences.text("bar.nobody") : sentences.text("bar.user", user);
        Buttons.named(login, role.isEmpty() ? who : sentences.text("bar.mayDo", who, role));
        login.setText(compact ? "" : user.isEmpty() ? sentences.text("login.in") : user);
    }

    private String liveHint() {
        boolean sayable = state.map(it -> it.can(Ability.LIVE)).orElse(true);
        return sentences.text(sayable ? "bar.liveHint" : "cannot.LIVE");
    }

    private void showLamp(Phase phase) {
        lamp.show(
                phase == Phase.CONNECTED ? State.OK : State.OFFLINE,
                sentences.text("phase." + phase),
                compact ? "" : roundTrip());
    }

    private String roundTrip() {
        OptionalDouble ms = state.map(it -> it.connection().roundTripMs()).orElse(OptionalDouble.empty());
        return ms.isPresent()
                ? sentences.text("bar.roundTrip", String.format(Locale.ROOT, "%.1f", ms.getAsDouble()))
                : "";
    }
}
