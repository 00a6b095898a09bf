package org.shutterline.server.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.AppMark;
import org.shutterline.look.BannerStack;
import org.shutterline.look.Notice;
import org.shutterline.look.Palette;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.listeners.ListenersActions;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.simulator.SimulatorActions;
import org.shutterline.server.statistics.StatisticsActions;
import org.shutterline.server.storage.StorageActions;
import org.shutterline.server.storage.StorageState;
import org.shutterline.server.terminal.TerminalActions;
import org.shutterline.server.ui.storage.StorageDialog;

/** The window: the rail, the banners and the page in view, in as much room as there is. Event thread only. */
final class MonitorFrame extends JFrame {
    private static final int SMALL_PX = 1280;
    private static final int NARROW_RAIL_PX = 1100;
    private static final Dimension LEAST = new Dimension(1024, 700);

    private final MonitorActions actions;
    private final StorageActions storing;
    private final Runnable askToStop;
    private final Pages pages;
    private final Rail rail = new Rail(this::go);
    private final BannerStack banners = new BannerStack();
    private final JPanel bannerRow = new JPanel();
    private final Troubles troubles = new Troubles(this::showStation, this::showStorage);
    private final WindowKeys keys = new WindowKeys(this);
    private final TechnicianKeys technicianKeys;
    private final Permits permits;
    private Optional<MonitorState> shown = Optional.empty();
    private Optional<StorageDialog> storage = Optional.empty();
    private Optional<Sitting> sitting = Optional.empty();
    private boolean full;
    private int madeFor;

    MonitorFrame(
            MonitorActions actions,
            EditorActions editing,
            StatisticsActions counting,
            CamerasActions cameraActions,
            ListenersActions listening,
            TerminalActions terminal,
            SimulatorActions simulating,
            StorageActions storing,
            Runnable askToStop) {
        this.actions = actions;
        this.storing = storing;
        this.askToStop = askToStop;
        pages = new Pages(
                actions,
                editing,
                counting,
                cameraActions,
                listening,
                terminal,
                simulating,
                new FileQuestion(this),
                rail::choose,
                this::showStorage);
        technicianKeys = new TechnicianKeys(keys, pages, actions, new Filling());
        build();
        permits = Permits.over(getRootPane());
        Words.follow(getRootPane(), () -> {
            setTitle(UiWords.text("window.title"));
            labelUser();
        });
        pages.go(Page.STATIONS);
    }

    private void build() {
        JPanel content = new JPanel(new BorderLayout());
        content.setBackground(Palette.GROUND.colour());
        bannerRow.setOpaque(false);
        bannerRow.setVisible(false);
        JPanel main = new JPanel(new BorderLayout());
        main.setOpaque(false);
        main.add(bannerRow, BorderLayout.NORTH);
        main.add(pages.deck(), BorderLayout.CENTER);
        content.add(rail, BorderLayout.WEST);
        content.add(main, BorderLayout.CENTER);
        setContentPane(content);
        setIconImages(AppMark.images());
        setMinimumSize(LEAST);
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        rail.onKeys(() -> pages.showKeys(!pages.keysAreShown()));
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent resized) {
                makeRoom();
            }
        });
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent opened) {
                pages.stations().controls().trigger().requestFocusInWindow();
            }

            @Override
            public void windowIconified(WindowEvent away) {
                pages.iconified(isIconified());
            }

            @Override
            public void windowDeiconified(WindowEvent back) {
                pages.iconified(isIconified());
            }
        });
    }

    private boolean isIconified() {
        return (getExtendedState() & Frame.ICONIFIED) != 0;
    }

    private void go(Page page) {
        pages.go(page);
    }

    private void showStation(int number) {
        pages.go(Page.STATIONS);
        actions.chooseStation(number);
    }

    private void makeRoom() {
        int width = getWidth();
        boolean small = width < SMALL_PX;
        int gap = small ? 12 : 16;
        if (full) {
            pages.stations().room(StationsPage.Room.FULL_SCREEN);
        } else {
            pages.stations().room(small ? StationsPage.Room.SMALL : StationsPage.Room.WIDE);
        }
        rail.narrow(width < NARROW_RAIL_PX);
        if (gap == madeFor) {
            return;
        }
        madeFor = gap;
        bannerRow.setLayout(new MigLayout("insets 12 " + gap + " 0 " + gap + ", fill", "[grow, fill]"));
        bannerRow.add(banners, "wmin 0");
        pages.gaps(gap);
        revalidate();
    }

    /** The page of stations alone fills the screen. */
    private final class Filling implements TechnicianKeys.FullScreen {
        @Override
        public void toggle() {
            full = !full;
            pages.go(Page.STATIONS);
            getGraphicsConfiguration().getDevice().setFullScreenWindow(full ? MonitorFrame.this : null);
            rail.setVisible(!full);
            makeRoom();
        }

        @Override
        public boolean leave() {
            boolean was = full;
            if (was) {
                toggle();
            }
            return was;
        }
    }

    boolean isFullScreen() {
        return full;
    }

    Pages pages() {
        return pages;
    }

    Rail rail() {
        return rail;
    }

    WindowKeys keys() {
        return keys;
    }

    /** The question whether the station is to go online or offline. */
    void askToChange() {
        technicianKeys.askToChange();
    }

    void show(MonitorState state) {
        shown = Optional.of(state);
        technicianKeys.show(state);
        rail.show(state);
        showBanners();
        pages.show(state);
    }

    private void showBanners() {
        shown.ifPresent(state -> {
            List<Notice> notices = troubles.of(state, this::showBanners);
            if (bannerRow.isVisible() || !notices.isEmpty()) {
                bannerRow.setVisible(!notices.isEmpty());
                banners.show(notices);
            }
        });
    }

    /** The storage in a window of its own; comes back when that is closed. */
    void showStorage() {
        StorageDialog opened = new StorageDialog(this, storing, askToStop);
        storage = Optional.of(opened);
        opened.open();
        storage = Optional.empty();
    }

    void show(StorageState state) {
        storage.ifPresent(opened -> opened.show(state));
    }

    /** Who sits here, and what that allows; told again and again. */
    void show(Sitting now, Runnable stay) {
        Optional<Sitting> before = sitting;
        if (before.equals(Optional.of(now))) {
            return;
        }
        sitting = Optional.of(now);
        troubles.seat(now, stay);
        if (before.filter(now::permitsAs).isEmpty()) {
            labelUser();
            permits.decide(act -> SeatWords.whyNot(now, act));
        }
        showBanners();
        pages.showAgain();
    }

    private void labelUser() {
        sitting.map(Sitting::standing).ifPresent(rail::showUser);
    }

    /** How many stations answer triggers now. */
    int online() {
        return (int) shown.map(MonitorState::stations).orElse(List.of()).stream()
                .map(view -> view.status().state())
                .filter(state -> state == StationState.READY || state == StationState.BUSY)
                .count();
    }

    void end() {
        keys.remove();
        pages.close();
        dispose();
    }
}
