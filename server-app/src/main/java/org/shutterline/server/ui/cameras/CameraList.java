package org.shutterline.server.ui.cameras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.cameras.CameraRow;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.cameras.Search;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.UiWords;

/** All cameras, those of the stations first; more are found by a button, or their kind is chosen and they are typed. */
final class CameraList extends JPanel {
    private final CamerasActions actions;
    private final Darkroom darkroom;
    private final JButton find = Buttons.accent("", Icons.PLUS);
    private final Paragraph search = new Paragraph(Type.SECOND);
    private final JComboBox<String> kind = new JComboBox<>();
    private final JButton add = Buttons.plain("", Icons.PLUS);
    private final ScrollColumn tiles =
            new ScrollColumn(new MigLayout("insets 0, gapy 8, wrap 1, fillx", "[grow, fill]", ""));
    private final Map<String, CameraTile> byKey = new LinkedHashMap<>();
    private List<String> drivers = List.of();

    CameraList(CamerasActions actions, Darkroom darkroom) {
        super(new MigLayout("insets 0, gap 8, fill, hidemode 2", "[grow, fill, 0:pref][]", "[][][][grow, fill][][]"));
        this.actions = actions;
        this.darkroom = darkroom;
        setOpaque(false);
        find.setName("cameras.find");
        search.setName("cameras.search");
        kind.setName("cameras.kind");
        add.setName("cameras.add");
        Needs.mark(Act.SET_CAMERA, kind, add);
        add(Headline.page("page.cameras"), "span, wmin 0, wrap");
        add(find, "span, growx, wmin 0, wrap");
        add(search, "span, growx, wmin 0, wrap");
        add(tiles.inView(), "span, grow, wmin 0, hmin 80, wrap");
        add(Headline.second("cameras.other"), "span, wmin 0, wrap");
        add(kind, "wmin 0, h 36!");
        add(add, "");
        find.addActionListener(pressed -> actions.find());
        add.addActionListener(pressed -> {
            int index = kind.getSelectedIndex();
            if (index >= 0 && index < drivers.size()) {
                actions.addByHand(drivers.get(index));
            }
        });
        Words.follow(this, () -> {
            find.setText(UiWords.text("cameras.find"));
            find.setToolTipText(UiWords.text("cameras.findHint") + " (Ctrl+F)");
            add.setText(UiWords.text("cameras.add"));
            drivers = List.of();
        });
    }

    void show(CamerasState state) {
        offer(state.drivers());
        showSearch(state);
        List<String> keys = state.cameras().stream().map(CameraRow::key).toList();
        if (!List.copyOf(byKey.keySet()).equals(keys)) {
            fill(keys);
        }
        Optional<String> open = state.open().map(camera -> camera.row().key());
        state.cameras().forEach(row -> byKey.get(row.key()).show(row, open.equals(Optional.of(row.key()))));
    }

    private void offer(Map<String, String> titles) {
        if (!List.copyOf(titles.keySet()).equals(drivers)) {
            drivers = List.copyOf(titles.keySet());
            int before = kind.getSelectedIndex();
            kind.removeAllItems();
            titles.forEach((id, title) -> kind.addItem(CameraWords.kind(id, title)));
            kind.setSelectedIndex(Math.min(Math.max(before, 0), kind.getItemCount() - 1));
        }
    }

    private void showSearch(CamerasState state) {
        Search now = state.search();
        find.setEnabled(now.running().isEmpty());
        List<String> lines = new ArrayList<>();
        if (!now.running().isEmpty()) {
            lines.add(UiWords.text("cameras.searching"));
        } else if (now.asked()) {
            lines.add(UiWords.text("cameras.found", now.found()));
        }
        now.troubles()
                .forEach((id, why) ->
                        lines.add(CameraWords.kind(id, state.drivers().getOrDefault(id, id)) + ": " + why));
        search.setText(String.join("\n", lines));
        search.setVisible(!lines.isEmpty());
    }

    private void fill(List<String> keys) {
        tiles.removeAll();
        Map<String, CameraTile> before = Map.copyOf(byKey);
        byKey.clear();
        for (String key : keys) {
            CameraTile tile = before.getOrDefault(key, new CameraTile(key, darkroom, () -> actions.choose(key)));
            byKey.put(key, tile);
            tiles.add(tile, "growx, wmin 0");
        }
        tiles.revalidate();
        tiles.repaint();
    }

    List<String> keys() {
        return byKey.keySet().stream().collect(Collectors.toList());
    }
}
