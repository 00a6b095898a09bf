package org.shutterline.server.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.StationView;

/** All stations, one below the other; a click chooses the one in the large view. */
final class StationList extends JPanel {
    private final Darkroom darkroom;
    private final IntConsumer choose;
    private final JLabel title = new JLabel();
    private final JLabel count = new JLabel();
    private final ScrollColumn cards =
            new ScrollColumn(new MigLayout("insets 0, gapy 12, wrap 1, fillx", "[grow, fill]", ""));
    private final Map<Integer, StationCard> byNumber = new LinkedHashMap<>();

    StationList(Darkroom darkroom, IntConsumer choose) {
        super(new MigLayout("insets 0, gapy 8, fill", "[grow, fill][]", "[][grow, fill]"));
        this.darkroom = darkroom;
        this.choose = choose;
        setOpaque(false);
        title.setFont(Type.PAGE_TITLE.font());
        count.setFont(Type.SECOND.font());
        count.setForeground(Palette.TEXT_SECOND.colour());
        add(title);
        add(count, "wrap");
        add(cards.inView(), "span, grow, wmin 0, hmin 80");
        Words.follow(this, () -> title.setText(UiWords.text("page.stations")));
    }

    void show(MonitorState state) {
        List<StationView> stations = state.stations();
        count.setText(Integer.toString(stations.size()));
        if (!byNumber.keySet()
                .equals(stations.stream().map(StationView::number).collect(java.util.stream.Collectors.toSet()))) {
            fill(stations);
        }
        for (StationView station : stations) {
            boolean chosen = state.chosen().equals(Optional.of(station.number()));
            byNumber.get(station.number()).show(station, chosen);
        }
    }

    private void fill(List<StationView> stations) {
        cards.removeAll();
        byNumber.clear();
        for (StationView station : stations) {
            int number = station.number();
            StationCard card = new StationCard(number, darkroom, () -> choose.accept(number));
            byNumber.put(number, card);
            cards.add(card, "growx, wmin 0");
        }
        cards.revalidate();
    }
}
