package org.shutterline.server.listeners;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.Stations;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.settings.ListenerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener at a time as a form, with a preview of what it would tell of the last result; saved as a whole or not at all. */
public final class ListenersPresenter implements ListenersActions {
    private static final Logger LOG = LoggerFactory.getLogger(ListenersPresenter.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final String FIRST_DIALECT = "plain";
    private static final int FIRST_PORT = 7_501;

    private final ListenersSource source;
    private final Bench bench;
    private final ListenersView view;
    private final Runnable changed;
    private final Map<Integer, Optional<InspectionResult>> results = new HashMap<>();
    private Optional<Draft> draft = Optional.empty();
    private Optional<String> refused = Optional.empty();
    private boolean working;
    private int forms;

    /** @param changed told on any thread when other listeners are there than before */
    public ListenersPresenter(ListenersSource source, Bench bench, ListenersView view, Runnable changed) {
        this.source = source;
        this.bench = bench;
        this.view = view;
        this.changed = changed;
    }

    /** Begins to keep an open form up to date. */
    public void start() {
        bench.every(TICK, () -> {
            if (draft.isPresent()) {
                askResult();
                publish();
            }
        });
    }

    // ---- what the technician wants

    @Override
    public void add() {
        bench.run(() -> open(Draft.fresh(++forms, FIRST_DIALECT, freePort())));
    }

    @Override
    public void edit(InetSocketAddress at) {
        bench.run(() -> source.listeners().stream()
                .filter(listener -> listener.at().equals(at))
                .findFirst()
                .ifPresent(listener -> open(Draft.of(++forms, listener))));
    }

    private void open(Draft opened) {
        draft = Optional.of(opened);
        refused = Optional.empty();
        results.clear();
        askResult();
        publish();
    }

    /** One that no other listener has; whether the computer gives it is seen when it is saved. */
    private int freePort() {
        Set<Integer> taken = source.listeners().stream()
                .map(listener -> listener.at().getPort())
                .collect(Collectors.toSet());
        int port = FIRST_PORT;
        while (taken.contains(port)) {
            port++;
        }
        return port;
    }

    @Override
    public void setOwn(String key, Optional<Object> value) {
        bench.run(() -> Checked.own(source.dialects(), source.usualRole()).stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .ifPresent(setting -> change(now -> now.withOwn(setting, value))));
    }

    @Override
    public void set(String key, Optional<Object> value) {
        bench.run(() -> draft.stream()
                .flatMap(now -> Checked.ofDialect(now, source.dialects()).stream())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .ifPresent(setting -> change(now -> now.with(setting, value))));
    }

    private void change(UnaryOperator<Draft> deed) {
        if (!working) {
            draft = draft.map(deed);
            refused = Optional.empty();
            askResult();
            publish();
        }
    }

    @Override
    public void close() {
        bench.run(this::closeNow);
    }

    private void closeNow() {
        draft = Optional.empty();
        publish();
    }

    @Override
    public void save() {
        bench.run(() -> draft.flatMap(this::entry)
                .ifPresent(entry -> work(() -> {
                    Optional<InetSocketAddress> at = draft.flatMap(Draft::at);
                    if (at.isPresent()) {
                        source.change(at.get(), entry);
                    } else {
                        source.add(entry);
                    }
                })));
    }

    @Override
    public void remove() {
        bench.run(() -> draft.flatMap(Draft::at).ifPresent(at -> work(() -> source.remove(at))));
    }

    private Optional<ListenerEntry> entry(Draft now) {
        return checked(now).entry();
    }

    private Checked checked(Draft now) {
        return Checked.of(now, source.dialects(), source.usualRole());
    }

    /** Something that writes the settings and may be refused. */
    private interface Deed {
        void run() throws IOException;
    }

    private void work(Deed deed) {
        if (working) {
            return;
        }
        working = true;
        refused = Optional.empty();
        publish();
        bench.aside(() -> {
            Optional<String> trouble = trouble(deed);
            bench.run(() -> ended(trouble));
        });
    }

    private void ended(Optional<String> trouble) {
        working = false;
        refused = trouble;
        if (trouble.isPresent()) {
            publish();
        } else {
            changed.run();
            closeNow();
        }
    }

    private static Optional<String> trouble(Deed deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (IOException failed) {
            LOG.warn("a listener was not changed: {}", failed.getMessage());
            return Optional.of(
                    failed.getCause() instanceof BindException
                            ? "listener.port: " + ListenerForm.PORT_TAKEN
                            : String.valueOf(failed.getMessage()));
        } catch (BadSetting bad) {
            LOG.warn("a listener was not changed: {}", bad.getMessage());
            return Optional.of(String.valueOf(bad.getMessage()));
        } catch (RuntimeException broken) {
            LOG.error("a listener was not changed", broken);
            return Optional.of(broken.toString());
        }
    }

    // ---- what is shown

    private void publish() {
        view.show(draft.map(this::form));
    }

    private ListenerForm form(Draft now) {
        Checked plain = checked(now);
        Optional<Checked> marked = refused.flatMap(plain::refused);
        Checked shown = marked.orElse(plain);
        List<ListenersSource.Listener> all = source.listeners();
        return new ListenerForm(
                now.number(),
                now.at(),
                now.dialect(),
                shown.own(),
                shown.settings(),
                preview(now, plain),
                all.stream()
                        .filter(listener -> now.at().equals(Optional.of(listener.at())))
                        .mapToInt(ListenersSource.Listener::peers)
                        .sum(),
                all.size() < 2,
                plain.entry().isPresent(),
                now.isChanged(),
                working,
                marked.isPresent() ? Optional.empty() : refused);
    }

    private Preview preview(Draft now, Checked checked) {
        int station = station(now);
        Optional<Optional<InspectionResult>> result = Optional.ofNullable(results.get(station));
        if (checked.entry().isEmpty()) {
            return Preview.without(Preview.Stage.WRONG, station);
        }
        if (result.isEmpty()) {
            return Preview.without(Preview.Stage.COMING, station);
        }
        return result.get()
                .map(found -> preview(checked.entry().get(), found))
                .orElseGet(() -> Preview.without(Preview.Stage.NO_RESULT, station));
    }

    private Preview preview(ListenerEntry entry, InspectionResult result) {
        Role role = entry.admission().role().orElse(source.usualRole());
        try {
            List<PreviewLine> lines = PlayedTrigger.lines(entry.dialect(), entry.options(), role, result);
            return lines.isEmpty()
                    ? Preview.without(Preview.Stage.NOTHING_TOLD, result.station())
                    : new Preview(Preview.Stage.SHOWN, result.station(), lines);
        } catch (RuntimeException mistake) {
            LOG.error("{} cannot be played", entry.dialect().id(), mistake);
            return Preview.without(Preview.Stage.NOTHING_TOLD, result.station());
        }
    }

    /** The first that its peers see; of a dialect that names none the first of all. */
    private int station(Draft now) {
        for (Setting<?> setting : Checked.ofDialect(now, source.dialects())) {
            Object value = now.ofDialect().get(setting.key());
            if (setting.key().equals(Stations.ONE.key())) {
                return value instanceof Integer number
                        ? number
                        : Stations.ONE.byDefault().orElseThrow();
            }
            if (setting.key().equals(Stations.SETTING.key())) {
                return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Integer first
                        ? first
                        : Stations.SETTING.byDefault().orElseThrow().get(0);
            }
        }
        return source.stations().stream().findFirst().orElse(1);
    }

    private void askResult() {
        int wanted = draft.map(this::station).orElse(1);
        bench.aside(() -> {
            Optional<InspectionResult> result =
                    source.stations().contains(wanted) ? source.lastResult(wanted) : Optional.empty();
            bench.run(() -> {
                boolean another = !result.equals(results.put(wanted, result));
                if (another && draft.isPresent()) {
                    publish();
                }
            });
        });
    }
}
