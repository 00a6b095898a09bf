package org.shutterline.client.ui;

import java.awt.BorderLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.operator.Notice;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorState.Phase;
import org.shutterline.client.operator.Phrase;
import org.shutterline.look.BannerStack;
import org.shutterline.look.Card;
import org.shutterline.look.Counters;
import org.shutterline.look.FilmEntry;
import org.shutterline.look.Filmstrip;
import org.shutterline.look.Palette;
import org.shutterline.look.ValueRows;
import org.shutterline.look.VerdictBanner;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.InspectionResult;

/** One station's page: shows a whole state, and hands on what the operator does. */
final class Stage extends JPanel {
    private static final int THUMBNAILS_KEPT = 120;
    private static final int FILM_HEIGHT_PX = 152;
    private static final int FILM_HEIGHT_SMALL_PX = 136;

    private final Sentences sentences;
    private final OperatorActions actions;
    private final Menus menus;
    private final ConnectionBar bar;
    private final BannerStack banners = new BannerStack();
    private final NoticeWords noticeWords;
    private final PictureCard picture;
    private final Filmstrip film = new Filmstrip();
    private final CaptureBar capture;
    private final VerdictBanner verdict = new VerdictBanner();
    private final ValueRows values = new ValueRows();
    private final TrendCard trend;
    private final Counters counters = new Counters();
    private final Darkroom thumbnails = new Darkroom(THUMBNAILS_KEPT);
    private final JPanel content = new JPanel();
    private final JPanel left = new JPanel();
    private final JPanel right = new JPanel();
    private Optional<OperatorState> state = Optional.empty();
    private Optional<Notice> own = Optional.empty();
    private boolean compact;
    private boolean fullScreen;
    private boolean placed;

    Stage(Sentences sentences, OperatorActions actions, int everyMs) {
        super(new BorderLayout());
        this.sentences = sentences;
        this.actions = actions;
        this.menus = new StageMenus(sentences, this);
        this.noticeWords = new NoticeWords(sentences, actions);
        this.picture = new PictureCard(sentences);
        this.capture = new CaptureBar(sentences, actions, everyMs);
        this.trend = new TrendCard(sentences, actions);
        this.bar = new ConnectionBar(sentences, actions, () -> menus);
        setBackground(Palette.GROUND.colour());
        build();
        film.onChoice(actions::pick);
        film.onNewest(actions::pickNewest);
        values.onChosen(actions::chooseTrend);
        counters.onReset(actions::resetCounters);
        Words.follow(this, this::showAllAgain);
        place();
    }

    private void build() {
        JPanel head = new JPanel(new BorderLayout());
        head.setOpaque(false);
        head.add(bar, BorderLayout.NORTH);
        head.add(banners, BorderLayout.CENTER);
        add(head, BorderLayout.NORTH);
        content.setOpaque(false);
        left.setOpaque(false);
        right.setOpaque(false);
        film.setName("film");
        verdict.setName("verdict");
        values.setName("values");
        counters.setName("counters");
        banners.setName("banners");
        add(content, BorderLayout.CENTER);
    }

    private JComponent valuesCard() {
        Card card = new Card(new MigLayout("insets 2 1 2 1, fill", "[grow, fill]", "[grow, fill]"));
        JScrollPane scroll = new JScrollPane(
                values,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getViewport().setOpaque(false);
        scroll.setOpaque(false);
        card.add(scroll, "wmin 0, hmin 60");
        return card;
    }

    /**
     * @param small below 1280 x 800
     * @param widthPx of the page
     * @param full only picture, verdict, values and Capture
     */
    void fit(boolean small, int widthPx, boolean full) {
        int rightPx = small ? 400 : Math.max(440, Math.min(560, Math.round(widthPx * 0.31f)));
        boolean same = placed && small == compact && full == fullScreen;
        compact = small;
        fullScreen = full;
        if (!same) {
            bar.compact(small);
            film.compact(small);
            capture.compact(small);
            verdict.compact(small);
            values.compact(small);
            trend.compact(small);
            counters.compact(small);
            place();
        }
        column(rightPx);
    }

    private int gapPx() {
        return compact ? 12 : 16;
    }

    private void column(int rightPx) {
        ((MigLayout) content.getLayout())
                .setColumnConstraints("[grow, fill, 100::]" + gapPx() + "[" + rightPx + "!, fill]");
        content.revalidate();
    }

    private void place() {
        placed = true;
        int gap = gapPx();
        bar.setVisible(!fullScreen);
        left.removeAll();
        right.removeAll();
        content.removeAll();
        content.setLayout(new MigLayout("insets " + gap + ", gap 0, fill", "", "[grow, fill]"));
        String film0 = fullScreen ? "" : gap + "[" + (compact ? FILM_HEIGHT_SMALL_PX : FILM_HEIGHT_PX) + "!, fill]";
        left.setLayout(
                new MigLayout("insets 0, gap 0, wrap 1, fill", "[grow, fill]", "[grow, fill]" + film0 + gap + "[72!]"));
        left.add(picture, "hmin 120");
        if (!fullScreen) {
            left.add(film);
        }
        left.add(capture);
        String rest = fullScreen
                ? ""
                : gap + "[" + (compact ? "80:88:, grow, shrinkprio 200" : "124:200:, grow, shrinkprio 200") + ", fill]"
                        + gap + "[72!]";
        right.setLayout(new MigLayout(
                "insets 0, gap 0, wrap 1, fill",
                "[grow, fill]",
                "[pref!]" + gap + "[60:pref:" + (fullScreen ? ", grow" : "pref") + ", shrinkprio 100]" + rest));
        right.add(verdict, "growx");
        right.add(valuesCard(), "growx, growy");
        if (!fullScreen) {
            right.add(trend, "grow");
            right.add(counters, "grow");
        }
        content.add(left, "wmin 0, hmin 0");
        content.add(right, "wmin 0, hmin 0");
        revalidate();
        repaint();
    }

    /** Binds what changed since the last state, so that a quiet line costs next to nothing. */
    void show(OperatorState shown) {
        Optional<OperatorState> before = state;
        state = Optional.of(shown);
        Changes changes = new Changes(before, shown);
        changes.in(
                bar::show,
                OperatorState::connection,
                OperatorState::stations,
                OperatorState::station,
                OperatorState::job,
                OperatorState::abilities,
                OperatorState::live);
        if (!shown.notices().isEmpty()
                || before.filter(it -> it.notices().isEmpty()).isEmpty()) {
            showNotices();
        }
        changes.in(picture::show, OperatorState::picture, Stage::phase);
        changes.in(this::showResult, OperatorState::shown, OperatorState::newest, OperatorState::earlier, Stage::phase);
        changes.in(this::showFilm, OperatorState::film, OperatorState::shown, OperatorState::earlier);
        changes.in(
                capture::show,
                OperatorState::capture,
                OperatorState::abilities,
                OperatorState::repeat,
                OperatorState::returned,
                Stage::phase);
        changes.in(trend::show, OperatorState::trend);
        changes.in(this::showCounts, OperatorState::counts);
    }

    private static Phase phase(OperatorState state) {
        return state.connection().phase();
    }

    private void showCounts(OperatorState shown) {
        OperatorState.Counts counts = shown.counts();
        counters.show(counts.ok(), counts.ng(), counts.unknown(), counts.yieldPercent(), counts.perMinute());
    }

    private void showAllAgain() {
        Optional<OperatorState> last = state;
        state = Optional.empty();
        last.ifPresent(this::show);
    }

    /** Tells something of the window's own, until it is closed. */
    void tell(Phrase what, Phrase next) {
        own = Optional.of(new Notice(
                Notice.Topic.SETTINGS,
                Notice.Kind.WARNING,
                what,
                next,
                Optional.of(Notice.Remedy.CLOSE),
                Optional.empty()));
        showNotices();
    }

    private void showNotices() {
        Instant now = state.map(OperatorState::now).orElse(Instant.EPOCH);
        List<org.shutterline.look.Notice> shown = new ArrayList<>();
        state.ifPresent(it -> it.notices().forEach(notice -> shown.add(noticeWords.of(notice, now))));
        own.ifPresent(notice -> shown.add(noticeWords.own(notice, () -> {
            own = Optional.empty();
            showNotices();
        })));
        banners.show(shown);
    }

    private void showResult(OperatorState shown) {
        boolean linked = shown.connection().phase() == Phase.CONNECTED;
        if (shown.earlier() && shown.shown().isPresent()) {
            verdict.showEarlier(shown.shown().get());
        } else if (!linked) {
            verdict.showNoLink(shown.newest());
        } else {
            shown.newest().ifPresentOrElse(verdict::show, verdict::showNothingYet);
        }
        values.show(shown.shown().map(InspectionResult::values).orElse(List.of()), !linked);
    }

    private void showFilm(OperatorState shown) {
        List<FilmEntry> entries = new ArrayList<>();
        for (OperatorState.FilmFrame frame : shown.film()) {
            InspectionResult result = frame.result();
            entries.add(new FilmEntry(
                    result.id(),
                    result.time(),
                    result.verdict(),
                    frame.thumbnail()
                            .flatMap(thumbnail -> thumbnails.find(thumbnail, ready -> state.ifPresent(this::showFilm))),
                    result.part()));
        }
        film.show(entries);
        Optional<Long> picked = shown.earlier() ? shown.shown().map(InspectionResult::id) : Optional.empty();
        film.frame(picked.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    void recent(List<String> addresses) {
        bar.recent(addresses);
    }

    ConnectionBar bar() {
        return bar;
    }

    CaptureBar captureBar() {
        return capture;
    }

    PictureCard pictureCard() {
        return picture;
    }

    Filmstrip film() {
        return film;
    }

    OperatorActions actions() {
        return actions;
    }

    Optional<OperatorState> state() {
        return state;
    }

    void export() {
        menus.export(bar.isShowing() ? bar.exportAnchor() : capture);
    }

    void close() {
        picture.close();
        thumbnails.close();
        actions.close();
    }
}
