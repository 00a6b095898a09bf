package org.shutterline.client.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.ui.FlatTabbedPaneUI;
import java.awt.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JTabbedPane;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorState.Phase;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;

/** The stations that the operator works at, a tab for each; never none once the first is opened. Event thread only. */
final class StationTabs {
    private final Sentences sentences;
    private final ClientWindow.TabOpener opener;
    private final SettingsKeeper keeper;
    private final Runnable changed;
    private final JTabbedPane pane = new JTabbedPane();
    private final List<Stage> stages = new ArrayList<>();
    private final Map<Stage, String> reached = new HashMap<>();

    /** @param changed told when there is something else to remember */
    StationTabs(Sentences sentences, ClientWindow.TabOpener opener, SettingsKeeper keeper, Runnable changed) {
        this.sentences = sentences;
        this.opener = opener;
        this.keeper = keeper;
        this.changed = changed;
        pane.setName("tabs");
        pane.setFont(Type.BODY_STRONG.font());
        pane.setFocusable(false);
        pane.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, false);
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_CALLBACK, (BiConsumer<JTabbedPane, Integer>)
                (tabs, index) -> close(index));
    }

    JTabbedPane pane() {
        return pane;
    }

    /** Stands behind the last tab. */
    void behind(Component tools) {
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TRAILING_COMPONENT, tools);
    }

    /** Opens those that were open, or an empty one. */
    void open(List<ClientSettings.Tab> before) {
        before.forEach(this::open);
        if (stages.isEmpty()) {
            openNew();
        }
    }

    void openNew() {
        open(new ClientSettings.Tab("", 1));
    }

    private void open(ClientSettings.Tab tab) {
        Stage[] made = new Stage[1];
        StateFeed feed = new StateFeed(state -> show(made[0], state));
        OperatorActions actions = opener.open(feed, keeper.settings().repeatMs());
        Stage stage = new Stage(sentences, actions, keeper.settings().repeatMs());
        made[0] = stage;
        stages.add(stage);
        stage.recent(keeper.settings().recent());
        pane.addTab("", stage);
        pane.setSelectedIndex(stages.size() - 1);
        closable();
        label(stages.size() - 1);
        actions.speak(tab.language());
        if (!tab.address().isEmpty()) {
            actions.chooseStation(tab.station());
            stage.bar().connectTo(tab.address());
        }
    }

    private void close(int index) {
        Stage stage = stages.remove(index);
        reached.remove(stage);
        pane.removeTabAt(index);
        stage.close();
        closable();
        changed.run();
    }

    private void closable() {
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, stages.size() > 1);
    }

    private void show(Stage stage, OperatorState state) {
        int index = stages.indexOf(stage);
        if (index >= 0) {
            stage.show(state);
            label(index);
            if (state.connection().stands()) {
                connected(stage, state.connection().address());
            }
        }
    }

    private void connected(Stage by, String address) {
        if (address.equals(reached.put(by, address))) {
            return;
        }
        keeper.change(settings -> settings.withRecent(address));
        stages.forEach(stage -> stage.recent(keeper.settings().recent()));
        changed.run();
    }

    /** In the language that is spoken now. */
    void label() {
        for (int i = 0; i < stages.size(); i++) {
            label(i);
        }
    }

    private void label(int index) {
        Optional<OperatorState> state = stages.get(index).state();
        boolean connected =
                state.filter(it -> it.connection().phase() == Phase.CONNECTED).isPresent();
        String address = state.map(it -> it.connection().address()).orElse("");
        String title = address.isEmpty() ? sentences.text("tab.new") : titleOf(address, state.orElseThrow());
        if (!title.equals(pane.getTitleAt(index))) {
            pane.setTitleAt(index, title);
            pane.setToolTipTextAt(index, address);
        }
        pane.setIconAt(index, new PaddedIcon(StateShape.of(connected ? State.OK : State.OFFLINE, 14), 0, 4));
    }

    private String titleOf(String address, OperatorState state) {
        int colon = address.lastIndexOf(':');
        String host = colon > 0 ? address.substring(0, colon) : address;
        return state.stations().size() > 1
                ? sentences.text("tab.station", host, Integer.toString(state.station()))
                : host;
    }

    boolean isEmpty() {
        return stages.isEmpty();
    }

    /** The station in view. */
    Stage chosen() {
        return stages.get(Math.max(0, pane.getSelectedIndex()));
    }

    void turn(int by) {
        pane.setSelectedIndex(Math.floorMod(pane.getSelectedIndex() + by, stages.size()));
    }

    /** Without the row of tabs, where the station in view has all the screen. */
    void bare(boolean yes) {
        if (!yes) {
            pane.putClientProperty(FlatClientProperties.TABBED_PANE_HIDE_TAB_AREA_WITH_ONE_TAB, false);
        }
        pane.putClientProperty("JTabbedPane.tabHeight", yes ? 0 : null);
        pane.setUI(yes ? new BareTabs() : new FlatTabbedPaneUI());
    }

    /** What is to be open at the next start. */
    List<ClientSettings.Tab> remembered() {
        return stages.stream()
                .flatMap(stage -> stage.state().stream())
                .map(state -> new ClientSettings.Tab(
                        state.connection().phase() == Phase.NONE
                                ? ""
                                : state.connection().address(),
                        state.station(),
                        state.language()))
                .toList();
    }

    void closeAll() {
        stages.forEach(Stage::close);
    }
}
