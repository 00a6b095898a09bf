package org.shutterline.server.ui;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.ui.users.UsersDialog;
import org.shutterline.server.users.UsersPresenter;
import org.shutterline.server.users.UsersSource;
import org.shutterline.server.users.UsersState;

/** Shows who sits at the window, sees that somebody works there, and that somebody left. */
final class SeatWatch {
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Seat seat;
    private final Function<String, Optional<EditLeases.Holder>> others;
    private final Bench bench;
    private final Supplier<Optional<MonitorFrame>> frame;
    private final UsersPresenter users;
    private final AWTEventListener touches;
    private Optional<UsersDialog> people = Optional.empty();

    /** @param others who else changes a job */
    SeatWatch(
            Seat seat,
            UsersSource source,
            Function<String, Optional<EditLeases.Holder>> others,
            Bench bench,
            Supplier<Optional<MonitorFrame>> frame) {
        this.seat = seat;
        this.others = others;
        this.bench = bench;
        this.frame = frame;
        this.users = new UsersPresenter(source, bench, state -> SwingUtilities.invokeLater(() -> show(state)));
        this.touches = touch -> seat.touched();
    }

    void start() {
        SwingUtilities.invokeLater(() -> {
            long touching = AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK | AWTEvent.MOUSE_MOTION_EVENT_MASK;
            Toolkit.getDefaultToolkit().addAWTEventListener(touches, touching);
            frame.get().ifPresent(shown -> shown.rail().onUser(() -> ask(shown)));
            show();
        });
        users.start();
        bench.every(
                ROUND,
                () -> bench.aside(() -> {
                    seat.passTime();
                    SwingUtilities.invokeLater(this::show);
                }));
    }

    /** Event thread. */
    void end() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(touches);
    }

    private void ask(MonitorFrame over) {
        new LogOnDialog(over, seat, bench::aside, this::show, () -> showUsers(over)).open();
    }

    /** Who may do what, in a window of its own; comes back when that is closed. */
    void showUsers(MonitorFrame over) {
        UsersDialog opened = new UsersDialog(over, users);
        people = Optional.of(opened);
        opened.open();
        people = Optional.empty();
    }

    private void show(UsersState state) {
        people.ifPresent(opened -> opened.show(state));
    }

    private void show() {
        frame.get().ifPresent(shown -> {
            Optional<Sitting.Held> held = shown.pages()
                    .openJob()
                    .flatMap(job -> others.apply(job).map(other -> new Sitting.Held(job, other)));
            shown.show(Sitting.at(seat, held), seat::touched);
        });
    }
}
