package org.shutterline.client.ui;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import org.shutterline.client.ClientMain;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.Trouble;
import org.shutterline.client.operator.HandCrankedBench;
import org.shutterline.client.operator.OperatorPresenter;
import org.shutterline.client.operator.Samples;
import org.shutterline.client.operator.ScriptedLink;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.look.Theme;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;

/**
 * Shows the real window with a scripted station and saves it as a picture: {@code ClientScreenshots SCENE THEME WIDTHxHEIGHT
 * FILE.png [LANGUAGE]}. Scenes: ok, ng, unknown, earlier, lost, offline, empty, long, view, trust, and with a dialog: login, job,
 * speech, keys. Needs a display; {@code -Dsun.java2d.uiScale=2} saves it at 200 %.
 */
public final class ClientScreenshots {
    private static final String ADDRESS = "10.0.3.20:7501";

    private final HandCrankedBench bench =
            new HandCrankedBench(Samples.START.minusSeconds(23).toInstant());
    private final ScriptedLink link = new ScriptedLink();
    private final AtomicReference<ClientWindow> window = new AtomicReference<>();
    private final String scene;
    private final PlateStation station;

    private ClientScreenshots(String scene) {
        this.scene = scene;
        this.station = new PlateStation(
                scene.equals("offline") ? StationState.OFFLINE : StationState.READY, scene.equals("long"));
    }

    /** @param arguments scene, theme, size, file and, if not English, the language */
    public static void main(String[] arguments) throws Exception {
        Words.speak(Locale.forLanguageTag(arguments.length > 4 ? arguments[4] : "en"));
        String[] size = arguments[2].split("x");
        new ClientScreenshots(arguments[0])
                .save(
                        Theme.valueOf(arguments[1].toUpperCase(Locale.ROOT)),
                        new Dimension(Integer.parseInt(size[0]), Integer.parseInt(size[1])),
                        new File(arguments[3]));
        System.exit(0);
    }

    private void save(Theme theme, Dimension size, File file) throws Exception {
        EventQueue.invokeAndWait(() -> open(theme, size));
        play();
        // pictures are decoded off the event thread; what they bring is painted before the picture is taken
        for (int round = 0; round < 20; round++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            EventQueue.invokeAndWait(() -> {});
        }
        EventQueue.invokeAndWait(() -> shoot(file));
    }

    private void open(Theme theme, Dimension size) {
        theme.install();
        ClientSettings settings = new ClientSettings(
                List.of(ADDRESS),
                List.of(),
                ClientSettings.Theme.LIGHT,
                ClientSettings.Language.EN,
                java.util.Optional.empty(),
                500,
                java.util.Optional.of(new ClientSettings.WindowPlace(20, 20, size.width, size.height, false)));
        ClientWindow made = new ClientWindow(
                sentences(),
                (view, everyMs) -> new OperatorPresenter(
                        bench, link, Samples.LANGUAGES, new ReconnectDelays(() -> 0), () -> "k", everyMs, view),
                Samples.LANGUAGES.known(),
                new SettingsKeeper(settings, changed -> {}),
                () -> {});
        made.open(List.of(new ClientSettings.Tab(scene.equals("empty") ? "" : ADDRESS, 1)));
        window.set(made);
    }

    private void play() throws Exception {
        bench.settle();
        if (!scene.equals("empty")) {
            link.answersFirst();
            bench.settle();
            serve();
            link.roundTrip(0.4);
            link.admits(scene.equals("view") ? Role.VIEW : Role.OPERATE);
            if (scene.equals("trust")) {
                link.isTrustedFirst(Samples.FINGERPRINT);
            }
            for (var result : station.lately()) {
                bench.pass(Duration.ofMillis(1_460));
                link.tells(new Event.Finished(result));
            }
            bench.pass(Duration.ofMillis(1_400));
        }
        switch (scene) {
            case "ng" -> link.tells(new Event.Finished(station.next(Verdict.NG)));
            case "unknown" -> link.tells(new Event.Finished(station.next(Verdict.UNKNOWN)));
            case "earlier" ->
                EventQueue.invokeAndWait(() -> window.get().actions().pick(1037));
            case "empty" -> bench.settle();
            default -> link.tells(new Event.Finished(station.next(Verdict.OK)));
        }
        serve();
        if (scene.equals("lost")) {
            for (int tries = 0; tries < 5; tries++) {
                link.breaks(Trouble.Kind.SILENT);
                bench.settle();
                bench.pass(Duration.ofMillis(tries < 4 ? 4_100 : 100));
            }
        }
        EventQueue.invokeAndWait(
                () -> window.get().stage().captureBar().part().setText(scene.equals("empty") ? "" : "SN-000125"));
        EventQueue.invokeAndWait(this::openDialog);
    }

    private void openDialog() {
        Stage stage = window.get().stage();
        switch (scene) {
            case "login" -> new StageMenus(sentences(), stage).logIn(stage);
            case "job" ->
                new JobDialog(sentences(), window.get().frame(), stage.state().orElseThrow(), job -> {}).open();
            case "speech" ->
                new LanguageDialog(
                                sentences(),
                                window.get().frame(),
                                Samples.LANGUAGES.known(),
                                LanguageChoice.USUAL,
                                chosen -> {})
                        .open();
            case "keys" -> window.get().showKeys();
            default -> {}
        }
    }

    private static Sentences sentences() {
        return new Sentences(Words.of(ClientMain.class), ZoneId.of("Europe/Berlin"));
    }

    private void serve() {
        bench.settle();
        while (link.repliesAll(station)) {
            bench.settle();
        }
    }

    private void shoot(File file) {
        JFrame frame = window.get().frame();
        double scale = frame.getGraphicsConfiguration().getDefaultTransform().getScaleX();
        BufferedImage image = new BufferedImage(
                (int) Math.round(frame.getWidth() * scale),
                (int) Math.round(frame.getHeight() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        frame.printAll(g);
        for (Window dialog : frame.getOwnedWindows()) {
            if (dialog.isShowing()) {
                g.translate(dialog.getX() - frame.getX(), dialog.getY() - frame.getY());
                dialog.printAll(g);
            }
        }
        g.dispose();
        try {
            ImageIO.write(image, "png", file);
        } catch (java.io.IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }
}
