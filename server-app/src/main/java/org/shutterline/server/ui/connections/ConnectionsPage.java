package org.shutterline.server.ui.connections;

import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.Words;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersActions;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.terminal.TerminalActions;
import org.shutterline.server.terminal.TerminalState;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.UiWords;

/**
 * Listeners, clients and the traffic; at the right the doctor, and below it the terminal or the PLC simulator. All of them are
 * tabs in a small window.
 */
public final class ConnectionsPage extends JPanel {
    private static final int SMALL_GAP_PX = 12;
    private static final int LINES = 0;
    private static final int DOCTOR = 1;
    private static final int TOOLS = 2;
    private static final int CERTIFICATE_PX = 88;

    /** Of the tools: the terminal and the simulator. */
    public static final int TERMINAL = 0;

    public static final int SIMULATOR = 1;

    private final ListenersActions listening;
    private final PeersCards peers;
    private final JComponent listeners;
    private final JComponent clients;
    private final TrafficCard traffic;
    private final DoctorCard doctor;
    private final TerminalCard terminal;
    private final JComponent simulator;
    private final SegmentedSwitch tabs = new SegmentedSwitch("", "", "", "");
    private final SegmentedSwitch tools = new SegmentedSwitch("", "");
    private int gap;
    private int found;
    private Optional<ListenerDialog> listener = Optional.empty();

    public ConnectionsPage(
            MonitorActions actions,
            ListenersActions listening,
            TerminalActions terminalActions,
            FileQuestion files,
            JComponent simulator) {
        setOpaque(false);
        this.listening = listening;
        peers = new PeersCards(listening);
        listeners = peers.listenersCard();
        clients = peers.clientsCard();
        traffic = new TrafficCard(actions, files);
        doctor = new DoctorCard(actions, this::showBytesOf);
        terminal = new TerminalCard(terminalActions);
        this.simulator = simulator;
        tabs.setName("connections.tab");
        tabs.onChoice(chosen -> arrange());
        tools.setName("connections.tool");
        tools.onChoice(chosen -> arrange());
        gaps(16);
        Words.follow(this, this::label);
    }

    private void label() {
        String doctorWords = UiWords.text("doctor.title");
        tabs.label(
                UiWords.text("traffic.title"),
                found == 0 ? doctorWords : doctorWords + " (" + found + ")",
                UiWords.text("terminal.title"),
                UiWords.text("simulator.title"));
        tools.label(UiWords.text("terminal.title"), UiWords.text("simulator.title"));
    }

    /** The room between cards, which is less in a small window. */
    public void gaps(int wanted) {
        gap = wanted;
        arrange();
    }

    private void arrange() {
        removeAll();
        if (gap == SMALL_GAP_PX) {
            arrangeSmall();
        } else {
            arrangeWide();
        }
        revalidate();
        repaint();
    }

    private void arrangeWide() {
        setLayout(new MigLayout(
                "insets " + gap + ", gap " + gap + ", fill",
                "[0:0, grow 47, fill][0:0, grow 53, fill][360:26%:520, fill]",
                "[" + peersPx(188) + "!][grow, fill]"));
        add(listeners, "wmin 0");
        add(clients, "wmin 0");
        add(right(), "spany 2, grow, wmin 0, hmin 0, wrap");
        add(traffic, "spanx 2, grow, wmin 0, hmin 0");
    }

    private int peersPx(int bare) {
        return peers.hasCertificate() ? bare + CERTIFICATE_PX : bare;
    }

    /** The doctor takes what it needs, up to the half. */
    private JPanel right() {
        JPanel right = new JPanel(new MigLayout(
                "insets 0, gap " + gap + ", wrap 1, fill", "[grow, fill]", "[120:pref:46%][][grow 100, fill, 280::]"));
        right.setOpaque(false);
        right.add(doctor, "wmin 0, hmin 120");
        right.add(tools, "alignx left, growx 0");
        right.add(tool(), "grow, wmin 0, hmin 0");
        return right;
    }

    private JComponent tool() {
        return tools.chosen() == TERMINAL ? terminal : simulator;
    }

    private void arrangeSmall() {
        setLayout(new MigLayout(
                "insets " + gap + ", gap " + gap + ", fill",
                "[0:0, grow 48, fill][0:0, grow 52, fill]",
                tabs.chosen() == LINES ? "[][" + peersPx(178) + "!][grow, fill]" : "[][grow, fill]"));
        add(tabs, "spanx, alignx left, growx 0, wrap");
        if (tabs.chosen() == LINES) {
            add(listeners, "wmin 0");
            add(clients, "wmin 0, wrap");
            add(traffic, "span, grow, wmin 0, hmin 0");
        } else {
            tools.choose(Math.max(0, tabs.chosen() - TOOLS));
            add(tabs.chosen() == DOCTOR ? doctor : tool(), "span, grow, wmin 0, hmin 0");
        }
    }

    private void showBytesOf(long peer) {
        tabs.choose(LINES);
        arrange();
        traffic.showBytesOf(peer);
    }

    public void show(MonitorState state) {
        if (peers.show(state)) {
            arrange();
        }
        traffic.show(state);
        doctor.show(state);
        int now = state.doctor().checkup().findings().size();
        if (now != found) {
            found = now;
            label();
            revalidate();
        }
    }

    public void show(TerminalState state) {
        terminal.show(state);
    }

    /** @param form the listener that is being set up, in a dialog of its own; empty closes it */
    public void showListener(Optional<ListenerForm> form) {
        if (form.isEmpty() || listener.filter(shown -> !shown.isOf(form.get())).isPresent()) {
            listener.ifPresent(ListenerDialog::close);
            listener = Optional.empty();
        }
        form.ifPresent(now -> listener.ifPresentOrElse(shown -> shown.show(now), () -> open(now)));
    }

    private void open(ListenerForm form) {
        ListenerDialog dialog = new ListenerDialog(SwingUtilities.getWindowAncestor(this), listening, form);
        listener = Optional.of(dialog);
        // it comes back when it is closed, and further states are to be shown meanwhile
        SwingUtilities.invokeLater(dialog::open);
    }

    /** In a small window: 0 the lines, 1 the doctor. */
    public void showTab(int index) {
        tabs.choose(index);
        arrange();
    }

    /** {@link #TERMINAL} or {@link #SIMULATOR}. */
    public void showTool(int index) {
        tools.choose(index);
        showTab(TOOLS + index);
    }

    public void togglePause() {
        traffic.togglePause();
    }

    public void find() {
        showTab(LINES);
        traffic.find();
    }

    public void save() {
        traffic.save();
    }
}
