package org.shutterline.server.ui;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.shutterline.server.access.Seat;
import org.shutterline.server.monitor.Bench;

/** Shows who sits at the window, sees that somebody works there, and that somebody left. */
final class SeatWatch {
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Seat seat;
    private final Bench bench;
    private final Supplier<Optional<MonitorFrame>> frame;
    private final AWTEventListener touches;

    SeatWatch(Seat seat, Bench bench, Supplier<Optional<MonitorFrame>> frame) {
        this.seat = seat;
        this.bench = bench;
        this.frame = frame;
        this.touches = touch -> seat.touched();
    }

    void start() {
        SwingUtilities.invokeLater(() -> {
            long touching = AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK | AWTEvent.MOUSE_MOTION_EVENT_MASK;
            Toolkit.getDefaultToolkit().addAWTEventListener(touches, touching);
            frame.get().ifPresent(shown -> shown.rail().onUser(at -> ask(shown)));
            show();
        });
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
        new LogOnDialog(over, seat, bench::aside, this::show).open();
    }

    private void show() {
        Seat.Standing standing = seat.standing();
        frame.get().ifPresent(shown -> shown.show(standing, () -> ask(shown)));
    }
}
