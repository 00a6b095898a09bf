package org.shutterline.server.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.Chip;
import org.shutterline.look.FilmEntry;
import org.shutterline.look.Filmstrip;
import org.shutterline.look.HazardBadge;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.State;
import org.shutterline.look.ValueRows;
import org.shutterline.look.VerdictBanner;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.monitor.FilmItem;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.ShownResult;
import org.shutterline.server.monitor.StationView;

/** The stations: the list, the chosen one's picture, film and controls, and what its last result says. */
final class StationsPage extends JPanel {
    private static final int LOW_PX = 780;
    private static final int VERY_LOW_PX = 600;
    private static final int ROOMY_PX = 1_430;
    private static final int WIDE_GAP_PX = 16;
    /** So much of the values is seen before anything below them: four rows. */
    private static final int VALUES_PX = 174;

    private final Darkroom darkroom;
    private final StationList list;
    private final ResultFrame picture;
    private final SegmentedSwitch tabs = new SegmentedSwitch("", "", "");
    private final Chip verdict = new Chip(State.OFFLINE, "");
    private final JPanel tabRow = new JPanel(new MigLayout("insets 0, fill, hidemode 3", "[]push[][]", "[]"));
    private final Filmstrip film = new Filmstrip();
    private final ControlsCard controls;
    private final HazardBadge hazard = new HazardBadge();
    private final VerdictBanner banner = new VerdictBanner();
    private final ValueRows values = new ValueRows();
    private final StagesCard stages = new StagesCard();
    private final CameraCard camera = new CameraCard();
    private final JPanel right = new JPanel() {
        @Override
        public void doLayout() {
            rightColumn.leaveOut(getHeight());
            super.doLayout();
        }
    };
    private final JPanel middle = new JPanel();
    private final TrafficStrip strip;
    private final RightColumn rightColumn = new RightColumn();
    private Room room = Room.WIDE;
    private final Last last = new Last();
    private final Last chip = new Last();
    private int shownStation;
    private List<FilmItem> shownFilm = List.of();
    private OptionalLong framed = OptionalLong.empty();

    /** How much room there is. */
    enum Room {
        WIDE,
        /** The right column is a tab beside the picture. */
        SMALL,
        /** Picture, verdict, values and controls alone. */
        FULL_SCREEN
    }

    StationsPage(MonitorActions actions, Darkroom darkroom, Runnable showConnections) {
        setOpaque(false);
        this.darkroom = darkroom;
        list = new StationList(darkroom, actions::chooseStation);
        picture = new ResultFrame(darkroom);
        controls = new ControlsCard(actions);
        strip = new TrafficStrip(showConnections);
        values.compact(true);
        middle.setOpaque(false);
        right.setOpaque(false);
        tabRow.setOpaque(false);
        tabRow.add(tabs);
        tabRow.add(verdict, "wmin 0");
        tabs.onChoice(chosen -> arrange());
        stages.setName("stations.times");
        camera.setName("stations.camera");
        right.setName("stations.right");
        film.onChoice(actions::showEarlier);
        film.onNewest(actions::showNewest);
        Words.follow(
                this,
                () -> tabs.label(UiWords.text("tab.picture"), UiWords.text("tab.values"), UiWords.text("tab.times")));
        arrange();
    }

    /** In a low window, as under banners, the traffic gives its room to the picture. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        boolean low = height < (room == Room.SMALL ? VERY_LOW_PX : LOW_PX);
        strip.lines(low ? 1 : 3);
        banner.compact(room == Room.SMALL || low || width < ROOMY_PX);
    }

    void room(Room given) {
        if (room != given) {
            room = given;
            film.compact(given == Room.SMALL);
            arrange();
        }
    }

    /** Puts the parts where the room allows. */
    private void arrange() {
        int gap = room == Room.SMALL ? 12 : WIDE_GAP_PX;
        removeAll();
        middle.removeAll();
        rightColumn.fill(gap);
        boolean small = room == Room.SMALL;
        boolean alone = room == Room.FULL_SCREEN;
        middle.setLayout(new MigLayout(
                "insets 0, gap " + gap + ", wrap 1, fill", "[grow, fill]", (small ? "[]8" : "") + "[grow, fill][][]"));
        if (small) {
            tabRow.add(hazard, "wmin 0", 1);
            middle.add(tabRow, "growx, wmin 0");
        }
        middle.add(small && tabs.chosen() > 0 ? right : picture, "grow, wmin 0, hmin 0");
        if (!alone) {
            middle.add(film, "wmin 0, h 142!");
        }
        middle.add(controls, "wmin 0");
        setLayout(new MigLayout(
                "insets " + gap + ", gap " + gap + ", fill",
                (alone ? "" : small ? "[232!]" : "[220:18%:280, fill]") + "[grow, fill]"
                        + (small ? "" : "[380:28%:560, fill]"),
                alone ? "[grow, fill]" : "[grow, fill][]"));
        if (!alone) {
            add(list, "grow, hmin 0");
        }
        add(middle, "grow, wmin 0, hmin 0" + (small ? ", wrap" : ""));
        if (!small) {
            add(right, "growy, hmin 0, wrap");
        }
        if (!alone) {
            add(strip, "span, growx, wmin 0");
        }
        revalidate();
        repaint();
    }

    /** Verdict, values, times and camera, one below the other. */
    private final class RightColumn {
        private final Card valueCard = ResultColumn.valueCard(values);
        /** Together, so that each row below keeps its share of the room while there is no hazard. */
        private final JPanel head = new JPanel();

        void fill(int gap) {
            right.removeAll();
            if (room == Room.SMALL) {
                fillTab(gap);
                return;
            }
            boolean full = room == Room.FULL_SCREEN;
            right.setLayout(new MigLayout(
                    "insets 0, gap " + gap + ", wrap 1, fill, hidemode 3",
                    "[grow, fill]",
                    full ? "[][60:pref:pref, grow 10]push" : "[][60:pref:pref, grow 10][grow 100, fill][]"));
            head.setOpaque(false);
            head.setLayout(new MigLayout("insets 0, gap " + gap + ", wrap 1, fill, hidemode 3", "[grow, fill]", ""));
            head.add(hazard, "wmin 0");
            head.add(banner, "wmin 0, hmin pref");
            right.add(head, "wmin 0, hmin pref");
            right.add(valueCard, "wmin 0, hmin 60");
            if (!full) {
                right.add(stages, "wmin 0, hmin pref");
                right.add(camera, "wmin 0, hmin pref");
            }
        }

        /** In a low window the times, which the statistics show too, and the camera give their room to the values. */
        void leaveOut(int heightPx) {
            if (room != Room.WIDE) {
                return;
            }
            int values = Math.min(valueCard.getPreferredSize().height, VALUES_PX);
            int needed = head.getPreferredSize().height
                    + WIDE_GAP_PX
                    + values
                    + WIDE_GAP_PX
                    + stages.getPreferredSize().height;
            boolean times = needed <= heightPx;
            stages.setVisible(times);
            camera.setVisible(
                    times && shownStation > 0 && needed + WIDE_GAP_PX + camera.getPreferredSize().height <= heightPx);
        }

        /** Beside the picture there is width, but little height. */
        private void fillTab(int gap) {
            stages.setVisible(true);
            camera.setVisible(shownStation > 0);
            boolean times = tabs.chosen() == 2;
            right.setLayout(new MigLayout(
                    "insets 0, gap " + gap + ", fill",
                    times ? "[grow, fill, 58%][grow, fill, 42%]" : "[grow, fill, 50%][grow, fill, 50%]",
                    "[grow, fill]"));
            right.add(times ? stages : banner, "wmin 0, hmin 0" + (times ? "" : ", growy 0, aligny top"));
            right.add(times ? camera : valueCard, "wmin 0, hmin 0" + (times ? ", growy 0, aligny top" : ""));
        }
    }

    void show(MonitorState state) {
        list.show(state);
        strip.show(state.traffic());
        state.station().ifPresentOrElse(station -> show(station, state), this::showNoStation);
    }

    private void showNoStation() {
        picture.showNone(UiWords.text("stations.empty"));
        banner.showNothingYet();
        controls.showNone();
        camera.setVisible(false);
        shownStation = 0;
    }

    private void show(StationView station, MonitorState state) {
        if (shownStation != station.number()) {
            camera.setVisible(true);
            shownStation = station.number();
            last.forget();
            banner.showNothingYet();
            values.show(List.of(), false);
            picture.showNone(UiWords.text("picture.first"));
        }
        controls.show(station);
        stages.show(station.stages());
        camera.show(station, state.health());
        Optional<String> fault = station.shown().flatMap(ShownResult::faultOnDemand);
        hazard.setVisible(station.plate().faults() || fault.isPresent());
        hazard.show(fault.map(ResultColumn::faultWords).orElseGet(() -> UiWords.text("faults.badge")));
        showFilm(station);
        showResult(station);
        showLive(station);
    }

    /** A result comes into view whole: verdict, values and picture at the same moment. */
    private void showResult(StationView station) {
        boolean cameraRuns = station.live().picture().isPresent();
        station.shown().filter(picture::isReady).ifPresent(result -> {
            boolean earlier = station.earlier().isPresent() || cameraRuns;
            if (!last.differs(result, earlier, cameraRuns)) {
                return;
            }
            if (!cameraRuns) {
                picture.show(result);
            }
            InspectionResult told = result.result();
            if (earlier) {
                banner.showEarlier(told);
            } else {
                banner.show(told);
            }
            values.show(told.values(), false);
            String took = UiWords.text("figure.ms", Times.oneDecimal(told.ms()));
            verdict.show(State.of(told.verdict()), State.of(told.verdict()).word() + "  #" + told.id() + "  " + took);
        });
        verdict.setVisible(station.shown().isPresent());
        // only a change is told to the film, so that a state on its way does not undo a click
        if (!station.earlier().equals(framed)) {
            framed = station.earlier();
            film.frame(framed);
        }
    }

    private void showLive(StationView station) {
        station.live().picture().ifPresent(picture::showLive);
        boolean offline = station.status().state() == StationState.OFFLINE;
        Optional<String> words = station.live().on()
                ? Optional.of(UiWords.text(offline ? "live.camera" : "live.triggered"))
                : Optional.empty();
        if (chip.differs(words)) {
            picture.chip(words);
        }
    }

    private void showFilm(StationView station) {
        // thumbnails become ready without a change of the list, so entries are made anew while one is missing
        boolean complete = shownFilm == station.film();
        if (!complete) {
            List<FilmEntry> entries = station.film().stream().map(this::entry).toList();
            film.show(entries);
            boolean allReady = station.film().stream()
                    .flatMap(item -> item.thumbnail().stream())
                    .allMatch(darkroom::isReady);
            shownFilm = allReady ? station.film() : List.of();
        }
    }

    private FilmEntry entry(FilmItem item) {
        InspectionResult result = item.result();
        return new FilmEntry(
                result.id(),
                result.time(),
                result.verdict(),
                item.thumbnail().flatMap(darkroom::picture),
                result.part());
    }

    void showTab(int index) {
        tabs.choose(index);
        arrange();
    }

    ControlsCard controls() {
        return controls;
    }
}
