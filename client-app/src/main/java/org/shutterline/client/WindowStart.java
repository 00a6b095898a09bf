package org.shutterline.client;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.shutterline.client.command.ExitCode;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.link.Encryption;
import org.shutterline.client.link.LinkListener;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.TcpLink;
import org.shutterline.client.operator.BenchThread;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorPresenter;
import org.shutterline.client.operator.OperatorView;
import org.shutterline.client.operator.Phrase;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.client.settings.SettingsFile;
import org.shutterline.client.trust.KnownServers;
import org.shutterline.client.trust.Tls;
import org.shutterline.client.ui.ClientWindow;
import org.shutterline.client.ui.Sentences;
import org.shutterline.client.ui.SettingsKeeper;
import org.shutterline.look.Theme;
import org.shutterline.look.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the window. */
final class WindowStart {
    /** Not an exit code: the window stays until a person closes it. */
    static final int STAYS = -1;

    private static final Logger LOG = LoggerFactory.getLogger(WindowStart.class);
    private static final int KEY_BYTES = 12;
    private static final String SCALE = "sun.java2d.uiScale";

    private final WindowOptions options;
    private final LanguageFinder languages;
    private final PrintStream err;
    private final BenchThread bench = new BenchThread(Clock.systemUTC());
    private final ExecutorService saving = Executors.newSingleThreadExecutor(task -> new Thread(task, "settings"));
    private final AtomicReference<ClientWindow> window = new AtomicReference<>();

    /** By authorities, where those were named; set before the window is made. */
    private Optional<Tls> signed = Optional.empty();

    /** On the event thread. */
    private boolean firstTab = true;

    WindowStart(WindowOptions options, LanguageFinder languages, PrintStream err) {
        this.options = options;
        this.languages = languages;
        this.err = err;
    }

    int start() {
        Path folder = folder();
        Optional<Path> authority = options.authority();
        if (authority.isPresent()) {
            try {
                signed = Optional.of(Tls.signedBy(authority.get(), new KnownServers(folder)));
            } catch (IOException unusable) {
                return notStarted("--ca: " + authority.get() + ": " + unusable.getMessage());
            }
        }
        SettingsFile file = new SettingsFile(folder);
        SettingsFile.Loaded loaded = file.load();
        loaded.settings().scalePercent().ifPresent(WindowStart::scale);
        if (!hasDisplay()) {
            return notStarted("There is no display for the window. Commands work without one: see --help.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException wrong) {
            return notStarted("The folder " + folder + " cannot be made: " + wrong.getMessage());
        }
        ClientLog.into(folder);
        SwingUtilities.invokeLater(() -> open(file, loaded));
        return STAYS;
    }

    /** Before the first look at a screen; what the command line of Java says goes first. */
    private static void scale(int percent) {
        if (System.getProperty(SCALE) == null) {
            System.setProperty(SCALE, Double.toString(percent / 100.0));
        }
    }

    private static boolean hasDisplay() {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return true;
        } catch (AWTError refused) {
            // a display is named and nobody answers there
            return false;
        }
    }

    private int notStarted(String why) {
        err.println(why);
        saving.shutdown();
        bench.close();
        return ExitCode.WRONG_ARGUMENTS;
    }

    private void open(SettingsFile file, SettingsFile.Loaded loaded) {
        ClientSettings settings = loaded.settings();
        speak(settings.language());
        Theme.valueOf(settings.theme().name()).install();
        SettingsKeeper keeper = new SettingsKeeper(settings, changed -> save(file, changed));
        Sentences sentences = new Sentences(Words.of(ClientMain.class), ZoneId.systemDefault());
        ClientWindow opened = new ClientWindow(sentences, this::openTab, languages.known(), keeper, this::end);
        window.set(opened);
        opened.open(options.server()
                .map(address -> List.of(new ClientSettings.Tab(address.toString(), 1, options.language())))
                .orElse(settings.tabs()));
        loaded.damage().ifPresent(why -> opened.tell(Phrase.of("settings.damaged"), Phrase.of("settings.why", why)));
    }

    private static void speak(ClientSettings.Language language) {
        if (language != ClientSettings.Language.SYSTEM) {
            Words.speak(Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT)));
        }
    }

    private Path folder() {
        return options.data().orElseGet(ClientMain::ownFolder);
    }

    private Encryption encryption(LinkListener listener) {
        return signed.orElseGet(() -> Tls.onFirstUse(
                new KnownServers(folder()), (address, fingerprint) -> listener.firstTrusted(fingerprint)));
    }

    private OperatorActions openTab(OperatorView view, int everyMs) {
        LinkOpener opener = (address, language, listener) -> TcpLink.open(
                address,
                language.encrypted() ? Optional.of(encryption(listener)) : Optional.empty(),
                language.conversations().get(),
                language.isOurs() ? LinkTimes.USUAL : LinkTimes.IN_ORDER,
                listener);
        ReconnectDelays delays =
                new ReconnectDelays(() -> ThreadLocalRandom.current().nextDouble());
        FirstCaptures first = new FirstCaptures(firstTab ? options.captures() : 0, view);
        firstTab = false;
        OperatorPresenter presenter =
                new OperatorPresenter(bench, opener, languages, delays, WindowStart::onceKey, everyMs, first);
        first.by(presenter);
        return presenter;
    }

    private static String onceKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return "op-" + HexFormat.of().formatHex(key);
    }

    private void save(SettingsFile file, ClientSettings changed) {
        saving.execute(() -> {
            try {
                file.save(changed);
            } catch (IOException full) {
                LOG.error("The settings are not saved: {}", full.toString());
                SwingUtilities.invokeLater(() ->
                        window.get().tell(Phrase.of("settings.notSaved"), Phrase.of("settings.why", full.toString())));
            }
        });
    }

    /** Off the event thread, so that the last settings are on the disk before the program ends. */
    private void end() {
        new Thread(
                        () -> {
                            saving.shutdown();
                            try {
                                if (!saving.awaitTermination(5, TimeUnit.SECONDS)) {
                                    LOG.error("The settings could not be saved in time");
                                }
                            } catch (InterruptedException hurried) {
                                LOG.warn("The settings may not be saved");
                            }
                            bench.close();
                            System.exit(ExitCode.OK);
                        },
                        "end")
                .start();
    }
}
