package org.shutterline.server.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.monitor.ListenerPlate;

/** Sends what a technician types and shows what comes back. All its own work is done on the bench. */
public final class TerminalPresenter implements TerminalActions {
    private static final int MOST_TO_SEND = 16;
    /** So many pieces may have been read and not been shown; then nothing more is read. */
    private static final int MOST_READ = 8;

    private final Map<String, Dialect> dialects = new TreeMap<>();
    private final Supplier<List<ListenerPlate>> listeners;
    private final TerminalLink.Opener opener;
    private final Bench bench;
    private final Consumer<TerminalState> view;
    private final Talk talk = new Talk();
    private String dialect;
    private String address = "";
    private End end = End.AS_DIALECT;
    private Cut cut = Cut.WHOLE;
    private Optional<Call> call = Optional.empty();
    private Optional<TerminalNote> note = Optional.empty();
    private int toSend;

    /**
     * @param listeners our own, of which the first of a dialect is where it goes to by default
     * @param view told each state, on the bench
     */
    public TerminalPresenter(
            Collection<Dialect> dialects,
            Supplier<List<ListenerPlate>> listeners,
            TerminalLink.Opener opener,
            Bench bench,
            Consumer<TerminalState> view) {
        dialects.forEach(each -> this.dialects.put(each.id(), each));
        this.listeners = listeners;
        this.opener = opener;
        this.bench = bench;
        this.view = view;
        this.dialect = this.dialects.keySet().stream().findFirst().orElse("");
    }

    /** Begins with the dialect of the first listener. */
    public void start() {
        want(() -> listeners.get().stream().findFirst().ifPresent(first -> {
            dialect = first.dialect();
            address = ownAddress(dialect);
        }));
    }

    /** Closes what is open. */
    public void stop() {
        bench.run(this::hangUp);
    }

    private void want(Runnable deed) {
        bench.run(() -> {
            deed.run();
            publish();
        });
    }

    private void publish() {
        TerminalState.Connection connection = call.map(Call::state).orElse(TerminalState.Connection.CLOSED);
        view.accept(new TerminalState(
                List.copyOf(dialects.keySet()), dialect, address, end, cut, connection, talk.rows(), note));
    }

    private Optional<ListenerPlate> own(String id) {
        return listeners.get().stream()
                .filter(plate -> plate.dialect().equals(id))
                .findFirst();
    }

    private String ownAddress(String id) {
        return own(id).map(plate -> {
                    String host = plate.address().getAddress().getHostAddress();
                    return (host.contains(":") ? "[" + host + "]" : host) + ":"
                            + plate.address().getPort();
                })
                .orElse("");
    }

    @Override
    public void speak(String wanted) {
        want(() -> {
            if (!dialects.containsKey(wanted) || wanted.equals(dialect)) {
                return;
            }
            boolean ours = address.isBlank() || address.equals(ownAddress(dialect));
            dialect = wanted;
            hangUp();
            if (ours) {
                address = ownAddress(wanted);
            }
        });
    }

    @Override
    public void address(String text) {
        want(() -> {
            if (!text.strip().equals(address)) {
                hangUp();
                address = text.strip();
                note = Optional.empty();
            }
        });
    }

    @Override
    public void end(End wanted) {
        want(() -> end = wanted);
    }

    @Override
    public void cut(Cut wanted) {
        want(() -> cut = wanted);
    }

    @Override
    public void disconnect() {
        want(this::hangUp);
    }

    @Override
    public void clear() {
        want(() -> {
            talk.clear();
            note = Optional.empty();
        });
    }

    @Override
    public void send(String typed) {
        want(() -> {
            note = Optional.empty();
            Optional<Place> place = Place.of(address);
            if (place.isEmpty()) {
                note = Optional.of(new TerminalNote(TerminalNote.Kind.BAD_ADDRESS, address));
                return;
            }
            bytes(typed).ifPresent(bytes -> dispatch(place.get(), bytes));
        });
    }

    private Optional<byte[]> bytes(String typed) {
        try {
            byte[] text = Escapes.bytes(typed);
            byte[] after = lineEnd().getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = Arrays.copyOf(text, text.length + after.length);
            System.arraycopy(after, 0, all, text.length, after.length);
            if (all.length == 0) {
                note = Optional.of(new TerminalNote(TerminalNote.Kind.NOTHING, ""));
            }
            return Optional.of(all).filter(some -> some.length > 0);
        } catch (BadEscape bad) {
            note = Optional.of(new TerminalNote(TerminalNote.Kind.BAD_ESCAPE, bad.escape(), bad.position()));
            return Optional.empty();
        }
    }

    private String lineEnd() {
        return end == End.AS_DIALECT
                ? options()
                        .flatMap(known -> Decoder.lineEnd(dialects.get(dialect), known))
                        .orElse(End.CRLF.text())
                : end.text();
    }

    /** Those of our own listener there, else the dialect's defaults; empty if it cannot do without settings. */
    private Optional<Options> options() {
        Dialect spoken = dialects.get(dialect);
        try {
            Options known = own(dialect)
                    .filter(plate -> address.equals(ownAddress(dialect)))
                    .map(ListenerPlate::options)
                    .orElseGet(() -> Options.checked("terminal", Map.of(), spoken.settings()));
            spoken.client(known);
            return Optional.of(known);
        } catch (BadSetting incomplete) {
            return Optional.empty();
        }
    }

    private void dispatch(Place place, byte[] bytes) {
        if (toSend >= MOST_TO_SEND) {
            note = Optional.of(new TerminalNote(TerminalNote.Kind.STILL_SENDING, ""));
            return;
        }
        Call now = call.orElseGet(() -> dial(place));
        call = Optional.of(now);
        toSend++;
        Cut pieces = cut;
        bench.aside(() -> now.write(bytes, pieces));
    }

    private Call dial(Place place) {
        Call fresh = new Call(options().map(known -> new Decoder(dialects.get(dialect), known)));
        bench.aside(() -> fresh.connect(place));
        return fresh;
    }

    private void hangUp() {
        call.ifPresent(Call::hangUp);
        call = Optional.empty();
    }

    /** One connection from dialling to its end. Its fields belong to the bench, but for the link. */
    private final class Call implements TerminalLink.Listener {
        private final Optional<Decoder> decoder;
        private final Semaphore room = new Semaphore(MOST_READ);
        private volatile Optional<TerminalLink> link = Optional.empty();
        private volatile boolean over;

        private Call(Optional<Decoder> decoder) {
            this.decoder = decoder;
        }

        private TerminalState.Connection state() {
            return link.isPresent() ? TerminalState.Connection.OPEN : TerminalState.Connection.CONNECTING;
        }

        /** On the thread that may block. */
        private void connect(Place place) {
            try {
                TerminalLink made = opener.open(place.host(), place.port(), this);
                link = Optional.of(made);
                if (over) {
                    made.close();
                }
                want(() -> {});
            } catch (IOException failed) {
                ended(TerminalNote.notConnected(failed, place));
            }
        }

        /** On the thread that may block. */
        private void write(byte[] bytes, Cut pieces) {
            link.filter(there -> !over).ifPresent(there -> {
                want(() -> talk.sent(bytes, decoder.flatMap(reader -> reader.sent(bytes))));
                try {
                    there.send(pieces.pieces(bytes), pieces.pauseMs());
                } catch (IOException broken) {
                    ended(new TerminalNote(TerminalNote.Kind.LOST, String.valueOf(broken.getMessage())));
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            });
            bench.run(() -> toSend--);
        }

        @Override
        public void received(byte[] bytes) throws InterruptedException {
            room.acquire();
            want(() -> {
                room.release();
                if (!over) {
                    talk.received(bytes, decoder);
                }
            });
        }

        @Override
        public void ended(TerminalNote why) {
            want(() -> {
                if (!over) {
                    hangUp();
                    call = call.filter(current -> current != this);
                    note = Optional.of(why);
                }
            });
        }

        private void hangUp() {
            over = true;
            link.ifPresent(TerminalLink::close);
        }
    }
}
