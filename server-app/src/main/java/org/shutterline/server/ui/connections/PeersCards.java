package org.shutterline.server.ui;

import java.time.Instant;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.State;
import org.shutterline.look.Tables;
import org.shutterline.look.Words;
import org.shutterline.server.monitor.ClientRow;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.net.Peer;

/** The two cards of where the server listens and of who is connected. */
final class PeersCards {
    private final RowTable<ListenerPlate> listeners = new RowTable<>(
            "listeners",
            plate -> plate.address().getPort(),
            new RowTable.Columns<ListenerPlate>()
                    .with("listeners.speaks", ListenerPlate::dialect)
                    .with("listeners.address", PeersCards::address)
                    .with("", PeersCards::reach)
                    .all());
    private final RowTable<ClientRow> clients = new RowTable<>(
            "clients",
            row -> row.status().peer().id(),
            new RowTable.Columns<ClientRow>()
                    .with("clients.name", row -> row)
                    .with("clients.address", row -> address(row.status().peer()))
                    .with("clients.lines", row -> row.status().linesIn())
                    .with("clients.answer", this::answer)
                    .all());
    private final JLabel count = Headline.changing();
    private final JLabel noClient = Headline.second("clients.empty");
    private final Deck deck = new Deck();
    private Instant now = Instant.EPOCH;

    PeersCards() {
        listeners.widths(120, 180, 0);
        Tables.lamps(listeners.column(0), plate -> State.OK, Object::toString);
        Tables.mono(listeners.column(1));
        Tables.second(listeners.column(2));
        clients.widths(0, 172, 80, 116);
        Tables.lamps(clients.column(0), PeersCards::state, PeersCards::name);
        Tables.mono(clients.column(1));
        Tables.figures(clients.column(2), 0);
        clients.table().setRowSelectionAllowed(false);
        listeners.table().setRowSelectionAllowed(false);
        listeners.table().setFocusable(false);
        clients.table().setFocusable(false);
        deck.with("some", clients.scroll());
        JPanel none = new JPanel(new MigLayout("insets 12 14 0 0"));
        none.setOpaque(false);
        none.add(noClient);
        deck.with("none", none);
        Words.follow(count, this::label);
    }

    private void label() {
        listeners.label();
        clients.label();
    }

    Card listenersCard() {
        Card card = card();
        card.add(Headline.card("listeners.title"), "gapx 14, wrap");
        card.add(listeners.scroll(), "span, grow, hmin 0");
        return card;
    }

    Card clientsCard() {
        Card card = card();
        card.add(Headline.card("clients.title"), "gapx 14");
        card.add(count, "gapright 14, wrap");
        card.add(deck, "span, grow, hmin 0");
        return card;
    }

    private static Card card() {
        return new Card(new MigLayout("insets 12 1 6 1, gapy 4, fill", "[grow][]", "[24!][grow, fill]"));
    }

    void show(MonitorState state) {
        now = state.now();
        listeners.show(state.listeners(), false);
        if (!state.clients().equals(shownClients)) {
            shownClients = state.clients();
            clients.show(state.clients(), false);
        }
        repaintWaiting(clients.table());
        count.setText(UiWords.text("clients.count", state.clients().size()));
        deck.show(state.clients().isEmpty() ? "none" : "some");
    }

    private List<ClientRow> shownClients = List.of();

    private void repaintWaiting(JTable table) {
        if (shownClients.stream().anyMatch(row -> row.waitsSince().isPresent())) {
            table.repaint();
        }
    }

    private static String address(ListenerPlate plate) {
        return plate.address().getAddress().getHostAddress() + ":"
                + plate.address().getPort();
    }

    private static String reach(ListenerPlate plate) {
        return plate.address().getAddress().isLoopbackAddress() ? UiWords.text("listeners.thisPc") : "";
    }

    private static String address(Peer peer) {
        return peer.address().getAddress().getHostAddress() + ":"
                + peer.address().getPort();
    }

    private static State state(Object row) {
        return ((ClientRow) row).waitsSince().isPresent() ? State.FAULT : State.OK;
    }

    private static String name(Object row) {
        Peer peer = ((ClientRow) row).status().peer();
        return peer.name().isEmpty() ? UiWords.text("clients.unnamed", peer.dialect()) : peer.name();
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
