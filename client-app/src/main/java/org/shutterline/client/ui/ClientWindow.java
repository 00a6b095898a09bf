package org.shutterline.client.ui;

import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.Timer;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorView;
import org.shutterline.client.operator.Phrase;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.look.AppMark;
import org.shutterline.look.Palette;
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
    private final StationTabs tabs;
    private final StationChoices choices;
    private final SettingsKeeper keeper;
    private final JFrame frame = decorated();
    private final WindowKeys keys = new WindowKeys(frame, new PartTarget());
    private final Timer saving = new Timer(SAVE_AFTER_MS, due -> remember());
    private final Runnable ended;
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
        this.keeper = keeper;
        this.ended = ended;
        this.tabs = new StationTabs(sentences, opener, keeper, saving::restart);
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
        tabs.open(open);
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
        frame.add(tabs.pane());
        tabs.behind(new TabTools(sentences, keeper, choices, tabs::openNew, this));
        tabs.pane().addChangeListener(changed -> layOut());
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
        Words.follow(tabs.pane(), this::label);
    }

    private void label() {
        frame.setTitle(sentences.text("window.title"));
        tabs.label();
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

    Stage stage() {
        return tabs.chosen();
    }

    private void layOut() {
        if (tabs.isEmpty()) {
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
        } else {
            beforeFullScreen = Optional.of(frame.getBounds());
            screen.setFullScreenWindow(frame);
        }
        tabs.bare(beforeFullScreen.isPresent());
        layOut();
    }

    void turnTab(int by) {
        tabs.turn(by);
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
        List<ClientSettings.Tab> open = tabs.remembered();
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
        tabs.closeAll();
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
