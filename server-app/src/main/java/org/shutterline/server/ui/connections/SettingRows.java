package org.shutterline.server.ui.connections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import net.miginfocom.swing.MigLayout;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.settings.SettingRow;

/** Settings of a listener one below the other, each with what it is good for; every key that is typed counts. */
final class SettingRows {
    private static final SettingOwner LISTENER = SettingOwner.of("listener");

    private final ScrollColumn column =
            new ScrollColumn(new MigLayout("insets 0 0 0 12, gapy 10, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
    private final Map<String, SettingRow> byKey = new LinkedHashMap<>();
    private final BiConsumer<String, Optional<Object>> set;
    private String kind = "";

    SettingRows(BiConsumer<String, Optional<Object>> set) {
        this.set = set;
    }

    ScrollColumn column() {
        return column;
    }

    /** @param of whose settings they are; other rows are made where it is another */
    void show(String of, List<SettingView> settings) {
        if (!kind.equals(of)) {
            kind = of;
            column.removeAll();
            byKey.clear();
        }
        settings.stream().map(ListenerWords::worded).forEach(this::show);
        column.revalidate();
        column.repaint();
    }

    private void show(SettingView setting) {
        SettingRow row = byKey.get(setting.key());
        if (row == null) {
            row = new SettingRow(LISTENER, setting, value -> set.accept(setting.key(), value)).live();
            byKey.put(setting.key(), row);
            column.add(row, "wmin 0");
        } else {
            row.show(LISTENER, setting);
        }
    }

    void allow(boolean yes) {
        byKey.values().forEach(row -> row.allow(yes));
    }
}
