package org.shutterline.server.ui.connections;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.DefaultTableCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Tables;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.listeners.ListenersActions;
import org.shutterline.server.monitor.ClientRow;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Visible;
import org.shutterline.server.ui.Deck;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.RowTable;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** The two cards of where the server listens and of who is connected. */
final class PeersCards {
    private static final int REACH_FROM_PX = 470;
    private static final int LINES_FROM_PX = 560;

    private final RowTable<ListenerPlate> listeners = new RowTable<>(
            "listeners",
            plate -> plate.address().getPort(),
            new RowTable.Columns<ListenerPlate>()
                    .with("listeners.speaks", plate -> plate)
                    .with("listeners.address", plate -> plate)
                    .with("listeners.may", PeersCards::may)
                    .with("", PeersCards::reach)
                    .all());
    private final RowTable<ClientRow> clients = new RowTable<>(
            "clients",
            row -> row.status().peer().id(),
            new RowTable.Columns<ClientRow>()
                    .with("clients.name", row -> row)
                    .with("clients.address", row -> address(row.status().peer()))
                    .with("clients.lines", row -> row.status().linesIn())
                    .with("clients.answer", this::answerCell)
                    .all());
    private final JButton add = Buttons.plain("", Icons.PLUS);
    private final CertificateRow certificate = new CertificateRow();
    private final JLabel detail = Headline.changing();
    private final JLabel noClient = Headline.second("clients.empty");
    private final Deck deck = new Deck();
    private Instant now = Instant.EPOCH;

    PeersCards(ListenersActions actions) {
        listenersFit(true);
        Tables.lamps(listeners.column(0), PeersCards::accepts, plate -> ((ListenerPlate) plate).spoken());
        listeners.column(1).setCellRenderer(new Place());
        Tables.second(listeners.column(3));
        clientsFit(true);
        Tables.lamps(clients.column(0), PeersCards::state, PeersCards::name);
        Tables.mono(clients.column(1));
        Tables.figures(clients.column(2), 0);
        add.setName("listeners.add");
        Needs.mark(Act.LISTEN, add);
        add.addActionListener(pressed -> actions.add());
        editBy(actions);
        clients.column(3).setCellRenderer(new Answer());
        clients.onChoice(row -> showDetail());
        deck.with("some", clients.scroll());
        JPanel none = new JPanel(new MigLayout("insets 12 14 0 0"));
        none.setOpaque(false);
        none.add(noClient);
        deck.with("none", none);
        detail.setName("clients.detail");
        detail.setHorizontalAlignment(JLabel.TRAILING);
        detail.putClientProperty("html.disable", true);
        Words.follow(detail, this::label);
    }

    /** A click on a listener opens it, and so does Enter on the one that is chosen. */
    private void editBy(ListenersActions actions) {
        JTable table = listeners.table();
        Runnable edit = () -> listeners.chosen().map(ListenerPlate::address).ifPresent(actions::edit);
        table.setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent click) {
                if (table.rowAtPoint(click.getPoint()) >= 0) {
                    edit.run();
                }
            }
        });
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ENTER"), "edit");
        table.getActionMap().put("edit", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                edit.run();
            }
        });
    }

    private void label() {
        add.setText(UiWords.text("listeners.add"));
        add.setToolTipText(UiWords.text("listeners.addHint"));
        listeners.table().setToolTipText(UiWords.text("listeners.editHint"));
        listeners.label();
        clients.label();
    }

    /** In a narrow card the reach is left out. */
    private void listenersFit(boolean roomy) {
        listeners.widths(roomy ? 150 : 0, 142, roomy ? 94 : 92, roomy ? 0 : -1);
    }

    /** In a narrow card the lines are left out, which the chosen client's words tell too. */
    private void clientsFit(boolean roomy) {
        clients.widths(0, 160, roomy ? 78 : -1, 108);
    }

    Card listenersCard() {
        Card card = card(REACH_FROM_PX, this::listenersFit);
        card.add(Headline.card("listeners.title"), "gapx 14");
        card.add(add, "gapright 14, alignx right, growx 0, h 32!, wrap");
        card.add(listeners.scroll(), "span, grow, hmin 0, wrap");
        card.add(certificate, "span, growx, wmin 0");
        return card;
    }

    /** Whether a certificate stands below the listeners, which takes room. */
    boolean hasCertificate() {
        return certificate.isVisible();
    }

    Card clientsCard() {
        Card card = card(LINES_FROM_PX, this::clientsFit);
        card.add(Headline.card("clients.title"), "gapx 14");
        card.add(detail, "gapright 14, wmin 0, growx, wrap");
        card.add(deck, "span, grow, hmin 0");
        return card;
    }

    private static Card card(int roomyFromPx, Consumer<Boolean> fit) {
        MigLayout layout =
                new MigLayout("insets 10 1 6 1, gapy 4, fill, hidemode 3", "[][grow, 0:pref]", "[32!][grow, fill][]");
        return new Card(layout) {
            private boolean roomy = true;

            @Override
            public void setBounds(int x, int y, int width, int height) {
                super.setBounds(x, y, width, height);
                if (roomy != width >= roomyFromPx) {
                    roomy = !roomy;
                    fit.accept(roomy);
                }
            }
        };
    }

    /** True if there is to be more room, or less, than before. */
    boolean show(MonitorState state) {
        now = state.now();
        boolean turned = certificate.show(state.listeners());
        listeners.show(state.listeners(), false);
        if (!state.clients().equals(shownClients)) {
            shownClients = state.clients();
            clients.show(state.clients(), false);
        }
        repaintWaiting(clients.table());
        showDetail();
        deck.show(state.clients().isEmpty() ? "none" : "some");
        return turned;
    }

    private List<ClientRow> shownClients = List.of();

    private void repaintWaiting(JTable table) {
        if (shownClients.stream().anyMatch(row -> row.waitsSince().isPresent())) {
            table.repaint();
        }
    }

    /** What is known of the chosen client, or how many there are. */
    private void showDetail() {
        String words = clients.chosen()
                .map(ClientRow::status)
                .map(status -> UiWords.text(
                        "clients.detail",
                        status.peer().dialect(),
                        Times.seconds(status.since()),
                        status.triggers(),
                        Visible.text(status.lastLine()),
                        status.bytesWaiting()))
                .orElseGet(() -> UiWords.text("clients.count", shownClients.size()));
        detail.setText(words);
        detail.setToolTipText(words);
    }

    private static String address(ListenerPlate plate) {
        return plate.address().getAddress().getHostAddress() + ":"
                + plate.address().getPort();
    }

    /** Where it listens; on a red badge where other machines reach it. */
    private static final class Place extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            ListenerPlate plate = (ListenerPlate) value;
            super.getTableCellRendererComponent(table, address(plate), selected, focused, row, column);
            setFont(Type.WIRE.font());
            setBorder(BorderFactory.createEmptyBorder(2, 12, 2, 12));
            setForeground(plate.isExposed() ? State.NG.text() : Palette.TEXT.colour());
            setBackground(
                    plate.isExposed()
                            ? State.NG.tint()
                            : selected ? table.getSelectionBackground() : table.getBackground());
            setToolTipText(plate.isExposed() ? exposed(plate) : null);
            return this;
        }
    }

    /** What others may do there, with the single verbs that the settings add. */
    private static String exposed(ListenerPlate plate) {
        String may = may(plate);
        String grants =
                plate.rights().grants().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        return UiWords.text("listeners.exposed") + ": " + (grants.isEmpty() ? may : may + ", " + grants);
    }

    private static String may(ListenerPlate plate) {
        return plate.rights()
                .role()
                .map(role -> UiWords.text("role." + role.word()))
                .orElseGet(() -> UiWords.text("role.login"));
    }

    private static String reach(ListenerPlate plate) {
        return UiWords.text(plate.isExposed() ? "listeners.exposed" : "listeners.thisPc");
    }

    private static String address(Peer peer) {
        return peer.address().getAddress().getHostAddress() + ":"
                + peer.address().getPort();
    }

    private static State accepts(Object plate) {
        return ((ListenerPlate) plate).accepts() ? State.OK : State.FAULT;
    }

    private static State state(Object row) {
        return ((ClientRow) row).waitsSince().isPresent() ? State.FAULT : State.OK;
    }

    private static String name(Object row) {
        Peer peer = ((ClientRow) row).status().peer();
        return peer.name().isEmpty() ? UiWords.text("clients.unnamed", peer.dialect()) : peer.name();
    }

    /** How long the last answer took; in amber how long bytes wait. */
    private static final class Answer extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            Cell cell = (Cell) value;
            super.getTableCellRendererComponent(table, cell.words(), selected, focused, row, column);
            setFont((cell.waits() ? Type.BODY_STRONG : Type.BODY).font());
            setForeground(cell.waits() ? State.FAULT.text() : Palette.TEXT.colour());
            setBorder(BorderFactory.createEmptyBorder(2, 12, 2, 12));
            return this;
        }

        private record Cell(String words, boolean waits) {}
    }

    private Answer.Cell answerCell(ClientRow row) {
        return new Answer.Cell(answer(row), row.waitsSince().isPresent());
    }

    private String answer(ClientRow row) {
        return row.waitsSince()
                .map(since -> TrafficCells.waits(since, now))
                .orElseGet(() -> row.status().lastAnswerMs().isPresent()
                        ? UiWords.text(
                                "figure.ms",
                                Times.oneDecimal(row.status().lastAnswerMs().getAsDouble()))
                        : UiWords.text("figure.none"));
    }
}
