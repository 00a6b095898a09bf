package org.shutterline.server.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.monitor.Bench;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays one PLC at a time on a thread of its own. What is shown is kept on the bench's thread. */
public final class SimulatorPresenter implements SimulatorActions {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorPresenter.class);
    private static final Duration SHOWN_EVERY = Duration.ofMillis(200);

    private final SimulatorSource source;
    private final Bench bench;
    private final Consumer<Runnable> threads;
    private final SimulatorView view;
    private SimulatorState state;
    private Optional<Played> played = Optional.empty();

    /** @param threads begins what blocks, on a thread of its own */
    public SimulatorPresenter(SimulatorSource source, Bench bench, Consumer<Runnable> threads, SimulatorView view) {
        this.source = source;
        this.bench = bench;
        this.threads = threads;
        this.view = view;
        this.state = new SimulatorState(source.listeners(), source.dialects(), false, PlcCounts.NONE, Optional.empty());
        bench.run(() -> view.show(state));
    }

    @Override
    public void start(PlcChoice choice) {
        bench.run(() -> {
            if (played.isEmpty()) {
                Played begun = new Played(choice);
                played = Optional.of(begun);
                become(now ->
                        new SimulatorState(now.listeners(), now.dialects(), true, PlcCounts.NONE, Optional.empty()));
                threads.accept(begun);
            }
        });
    }

    @Override
    public void stop() {
        bench.run(() -> played.ifPresent(Played::stop));
    }

    /** Other listeners are there than before. Safe for any thread. */
    public void listenersChanged() {
        bench.run(() -> become(now ->
                new SimulatorState(source.listeners(), now.dialects(), now.running(), now.counts(), now.trouble())));
    }

    private void become(UnaryOperator<SimulatorState> change) {
        state = change.apply(state);
        view.show(state);
    }

    private void counted(PlcCounts counts) {
        become(now -> new SimulatorState(now.listeners(), now.dialects(), now.running(), counts, now.trouble()));
    }

    private void troubled(String why) {
        become(now ->
                new SimulatorState(now.listeners(), now.dialects(), now.running(), now.counts(), Optional.of(why)));
    }

    private void ended() {
        played = Optional.empty();
        become(now -> new SimulatorState(now.listeners(), now.dialects(), false, now.counts(), now.trouble()));
    }

    /** One run; on its own thread. */
    private final class Played implements Runnable, PlcListener {
        private final PlcChoice choice;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private Instant shownAt = Instant.MIN;

        Played(PlcChoice choice) {
            this.choice = choice;
        }

        void stop() {
            stopped.set(true);
        }

        @Override
        public void run() {
            try {
                PlcCounts last = played();
                bench.run(() -> SimulatorPresenter.this.counted(last));
            } catch (BadSetting wrong) {
                trouble(wrong.getMessage());
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException broken) {
                LOG.error("the PLC simulator broke", broken);
                trouble(String.valueOf(broken.getMessage()));
            } finally {
                bench.run(SimulatorPresenter.this::ended);
            }
        }

        private PlcCounts played() throws InterruptedException {
            InetSocketAddress address = PlcAddress.read(choice.address())
                    .orElseThrow(() -> new BadSetting(choice.address(), "expected HOST:PORT such as 127.0.0.1:7501"));
            PlcLanguage language = source.language(choice.dialect(), address, choice.settingsFile());
            return new PlcRun(choice.settings(), language, address, stopped::get, this).run();
        }

        @Override
        public void counted(PlcCounts counts) {
            Instant now = bench.now();
            if (shownAt.isBefore(now.minus(SHOWN_EVERY))) {
                shownAt = now;
                bench.run(() -> SimulatorPresenter.this.counted(counts));
            }
        }

        @Override
        public void trouble(String why) {
            bench.run(() -> troubled(why));
        }
    }
}
