package org.shutterline.server.ui;

import java.awt.Graphics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Words;
import org.shutterline.server.access.Seat;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.StationView;

/** The pages of the window, and below them what concerns the window itself. */
final class Rail extends JPanel {
    private final Map<Page, RailButton> buttons = new EnumMap<>(Page.class);
    private final RailButton user = new RailButton(Icons.USER);
    private final JButton theme = Buttons.icon(Icons.MOON, "");
    private final JButton language = Buttons.icon(Icons.GLOBE, "");
    private final JButton keys = Buttons.icon(Icons.KEYBOARD, "");

    Rail(Consumer<Page> chosen) {
        super(new MigLayout("insets 8, gap 8, wrap 1, fillx", "[grow, fill]", ""));
        setBackground(Palette.SURFACE.colour());
        setBorder(BorderFactory.createEmptyBorder(0, 0, 0, 1));
        ButtonGroup group = new ButtonGroup();
        for (Page page : Page.values()) {
            RailButton button = new RailButton(page.icon());
            button.setName("page." + page.name());
            button.addActionListener(pressed -> chosen.accept(page));
            group.add(button);
            buttons.put(page, button);
            add(button);
        }
        user.setName("user");
        user.setVisible(false);
        theme.setName("theme");
        language.setName("language");
        JPanel foot = new JPanel(new MigLayout("insets 0, gap 8, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
        foot.setOpaque(false);
        foot.add(user);
        foot.add(theme, "growx 0, alignx center");
        foot.add(language, "growx 0, alignx center");
        foot.add(keys, "growx 0, alignx center");
        add(foot, "pushy, aligny bottom");
        Words.follow(this, this::label);
    }

    void onUser(Runnable told) {
        user.setVisible(true);
        user.addActionListener(pressed -> {
            // it opens a dialog and is no page
            user.setSelected(false);
            told.run();
        });
    }

    /** Who sits here; in its tooltip what that allows. */
    void showUser(Seat.Standing now) {
        boolean nobody = now.guarded() && now.user().isEmpty();
        user.icon(nobody ? Icons.LOCK : Icons.USER);
        user.setText(
                nobody ? UiWords.text("rail.viewOnly") : now.guarded() ? now.user() : UiWords.text("rail.noUsers"));
        Buttons.named(user, SeatWords.who(now));
    }

    void onTheme(Consumer<JButton> told) {
        theme.addActionListener(pressed -> told.accept(theme));
    }

    void onLanguage(Consumer<JButton> told) {
        language.addActionListener(pressed -> told.accept(language));
    }

    void onKeys(Runnable told) {
        keys.addActionListener(pressed -> told.run());
    }

    void choose(Page page) {
        buttons.get(page).setSelected(true);
    }

    void narrow(boolean yes) {
        buttons.values().forEach(button -> button.narrow(yes));
        user.narrow(yes);
    }

    void show(MonitorState state) {
        boolean fault = state.stations().stream().map(StationView::faultSince).anyMatch(Optional::isPresent);
        buttons.get(Page.STATIONS).warn(fault);
        buttons.get(Page.CONNECTIONS).warn(!state.doctor().checkup().findings().isEmpty());
    }

    private void label() {
        buttons.forEach((page, button) -> {
            button.setText(page.words());
            button.setToolTipText(page.words() + " (Alt+" + (page.ordinal() + 1) + ")");
            button.getAccessibleContext().setAccessibleName(page.words());
        });
        Buttons.named(theme, UiWords.text("rail.theme"));
        Buttons.named(language, UiWords.text("rail.language"));
        Buttons.named(keys, UiWords.text("rail.keys") + " (F1)");
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        graphics.setColor(Palette.HAIRLINE.colour());
        graphics.fillRect(getWidth() - 1, 0, 1, getHeight());
    }
}
