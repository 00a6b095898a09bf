package org.shutterline.client.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.Timer;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorState.Phase;
import org.shutterline.client.operator.OperatorView;
import org.shutterline.client.operator.Phrase;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.look.AppMark;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.look.Words;

/** The operator's window: a tab for each station. Made and used on the event thread. */
public final class ClientWindow {
    private static final Dimension LEAST = new Dimension(1024, 700);
    private static final Dimension FIRST = new Dimension(1440, 900);
    private static final Dimension ROOMY = new Dimension(1280, 800);
    private static final int SAVE_AFTER_MS = 1_000;

    /** Makes the presenter of a new tab. */
    @FunctionalInterface
    public interface TabOpener {
        OperatorActions open(OperatorView view, int everyMs);
    }

    private final Sentences sentences;
    private final TabOpener opener;
    private final StationChoices choices;
    private final SettingsKeeper keeper;
    private final JFrame frame = decorated();
    private final JTabbedPane tabs = new JTabbedPane();
    private final List<Stage> stages = new ArrayList<>();
    private final WindowKeys keys = new WindowKeys(frame, new PartTarget());
    private final Timer saving = new Timer(SAVE_AFTER_MS, due -> remember());
    private final Runnable ended;
    private final Map<Stage, String> reached = new HashMap<>();
    private Optional<Rectangle> beforeFullScreen = Optional.empty();

    /**
     * @param languages that a station may be talked to in
     * @param ended called once the window is closed and everything in it has ended
     */
    public ClientWindow(
            Sentences sentences,
            TabOpener opener,
            List<LanguageFinder.Known> languages,
            SettingsKeeper keeper,
            Runnable ended) {
        this.sentences = sentences;
        this.opener = opener;
        this.keeper = keeper;
        this.ended = ended;
        this.choices = new StationChoices(sentences, frame, languages, this::stage, saving::restart);
        saving.setRepeats(false);
        build();
        OperatorKeys.bind(keys, this);
    }

    /** The frame's edge belongs to the theme, so that it is dark where the window is. */
    private static JFrame decorated() {
        JFrame.setDefaultLookAndFeelDecorated(true);
        JDialog.setDefaultLookAndFeelDecorated(true);
        return new JFrame();
    }

    public JFrame frame() {
        return frame;
    }

    /** Opens the tabs that were open last, or those that are given in their place. */
    public void open(List<ClientSettings.Tab> open) {
        open.forEach(this::addTab);
        if (stages.isEmpty()) {
            addTab(new ClientSettings.Tab("", 1));
        }
        place();
        frame.setVisible(true);
        keys.listen();
        layOut();
        // not the part field: what a scanner types goes there anyway, and Space captures at once
        stage().pictureCard().pane().requestFocusInWindow();
    }

    private void build() {
        frame.setName("client");
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.setIconImages(AppMark.images());
        frame.getContentPane().setBackground(Palette.GROUND.colour());
        frame.add(tabs);
        tabs.setName("tabs");
        tabs.setFont(Type.BODY_STRONG.font());
        tabs.setFocusable(false);
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, false);
        tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_CALLBACK, (BiConsumer<JTabbedPane, Integer>)
                (pane, index) -> closeTab(index));
        tabs.putClientProperty(
                FlatClientProperties.TABBED_PANE_TRAILING_COMPONENT,
                new TabTools(sentences, keeper, choices, () -> addTab(new ClientSettings.Tab("", 1)), this));
        tabs.addChangeListener(changed -> layOut());
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent resized) {
                layOut();
                saving.restart();
            }

            @Override
            public void componentMoved(ComponentEvent moved) {
                saving.restart();
            }
        });
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent closing) {
                close();
            }
        });
        Words.follow(tabs, this::label);
    }

    private void label() {
        frame.setTitle(sentences.text("window.title"));
        for (int i = 0; i < stages.size(); i++) {
            labelTab(i);
        }
    }

    private void place() {
        frame.setMinimumSize(LEAST);
        frame.setSize(FIRST);
        frame.setLocationRelativeTo(null);
        keeper.settings().window().filter(Screens::shows).ifPresent(place -> {
            frame.setBounds(place.x(), place.y(), place.width(), place.height());
            if (place.maximized()) {
                frame.setExtendedState(JFrame.MAXIMIZED_BOTH);
            }
        });
    }

    private void addTab(ClientSettings.Tab tab) {
        Stage[] made = new Stage[1];
        StateFeed feed = new StateFeed(state -> showIn(made[0], state));
        OperatorActions actions = opener.open(feed, keeper.settings().repeatMs());
        Stage stage = new Stage(sentences, actions, keeper.settings().repeatMs());
        made[0] = stage;
        stages.add(stage);
        stage.recent(keeper.settings().recent());
        tabs.addTab("", stage);
        tabs.setSelectedIndex(stages.size() - 1);
        closable();
        labelTab(stages.size() - 1);
        actions.speak(tab.language());
        if (!tab.address().isEmpty()) {
            actions.chooseStation(tab.station());
            stage.bar().connectTo(tab.address());
        }
    }

    private void closeTab(int index) {
        Stage stage = stages.remove(index);
        reached.remove(stage);
        tabs.removeTabAt(index);
        stage.close();
        closable();
        saving.restart();
    }

    private void closable() {
        tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, stages.size() > 1);
    }

    private void showIn(Stage stage, OperatorState state) {
        int index = stages.indexOf(stage);
        if (index >= 0) {
            stage.show(state);
            labelTab(index);
            if (state.connection().stands()) {
                connected(stage, state.connection().address());
            }
        }
    }

    private void labelTab(int index) {
        Optional<OperatorState> state = stages.get(index).state();
        boolean connected =
                state.filter(it -> it.connection().phase() == Phase.CONNECTED).isPresent();
        String address = state.map(it -> it.connection().address()).orElse("");
        String title = address.isEmpty() ? sentences.text("tab.new") : titleOf(address, state.orElseThrow());
        if (!title.equals(tabs.getTitleAt(index))) {
            tabs.setTitleAt(index, title);
            tabs.setToolTipTextAt(index, address);
        }
        tabs.setIconAt(index, new PaddedIcon(StateShape.of(connected ? State.OK : State.OFFLINE, 14), 0, 4));
    }

    private String titleOf(String address, OperatorState state) {
        int colon = address.lastIndexOf(':');
        String host = colon > 0 ? address.substring(0, colon) : address;
        return state.stations().size() > 1
                ? sentences.text("tab.station", host, Integer.toString(state.station()))
                : host;
    }

    private void connected(Stage by, String address) {
        if (address.equals(reached.put(by, address))) {
            return;
        }
        keeper.change(settings -> settings.withRecent(address));
        stages.forEach(stage -> stage.recent(keeper.settings().recent()));
        saving.restart();
    }

    Stage stage() {
        return stages.get(Math.max(0, tabs.getSelectedIndex()));
    }

    private void layOut() {
        if (stages.isEmpty()) {
            return;
        }
        boolean small = frame.getWidth() < ROOMY.width || frame.getHeight() < ROOMY.height;
        stage().fit(small, frame.getWidth(), beforeFullScreen.isPresent());
    }

    void fullScreenOrNot() {
        GraphicsDevice screen = frame.getGraphicsConfiguration().getDevice();
        if (beforeFullScreen.isPresent()) {
            screen.setFullScreenWindow(null);
            frame.setBounds(beforeFullScreen.get());
            beforeFullScreen = Optional.empty();
            tabs.putClientProperty(FlatClientProperties.TABBED_PANE_HIDE_TAB_AREA_WITH_ONE_TAB, false);
        } else {
            beforeFullScreen = Optional.of(frame.getBounds());
            screen.setFullScreenWindow(frame);
        }
        tabs.putClientProperty("JTabbedPane.tabHeight", beforeFullScreen.isPresent() ? 0 : null);
        tabs.setUI(beforeFullScreen.isPresent() ? new BareTabs() : new com.formdev.flatlaf.ui.FlatTabbedPaneUI());
        layOut();
    }

    void turnTab(int by) {
        tabs.setSelectedIndex(Math.floorMod(tabs.getSelectedIndex() + by, stages.size()));
    }

    void showKeys() {
        new KeyList(sentences, frame).open();
    }

    /** Tells something that concerns no station but the program itself. */
    public void tell(Phrase what, Phrase next) {
        stage().tell(what, next);
    }

    /** Does what the buttons do, for whoever starts the program with a wish. */
    public OperatorActions actions() {
        return stage().actions();
    }

    private void remember() {
        List<ClientSettings.Tab> open = stages.stream()
                .flatMap(stage -> stage.state().stream())
                .map(state -> new ClientSettings.Tab(
                        state.connection().phase() == Phase.NONE
                                ? ""
                                : state.connection().address(),
                        state.station(),
                        state.language()))
                .toList();
        boolean maximized = (frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) == JFrame.MAXIMIZED_BOTH;
        Rectangle bounds = beforeFullScreen.orElse(frame.getBounds());
        // a maximized window keeps the place that it goes back to
        ClientSettings.WindowPlace place = keeper.settings()
                .window()
                .filter(before -> maximized)
                .map(before ->
                        new ClientSettings.WindowPlace(before.x(), before.y(), before.width(), before.height(), true))
                .orElse(new ClientSettings.WindowPlace(bounds.x, bounds.y, bounds.width, bounds.height, maximized));
        int everyMs = stage().captureBar().everyMs();
        keeper.change(settings -> settings.withTabs(open).withWindow(place).withRepeatMs(everyMs));
    }

    /** Ends everything; may be called once. */
    public void close() {
        saving.stop();
        remember();
        keys.stop();
        stages.forEach(Stage::close);
        frame.dispose();
        ended.run();
    }

    private final class PartTarget implements WindowKeys.Target {
        @Override
        public JTextField partField() {
            return stage().captureBar().part();
        }

        @Override
        public void capture() {
            stage().captureBar().capture();
        }
    }
}
