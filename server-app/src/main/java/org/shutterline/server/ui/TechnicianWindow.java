package org.shutterline.server.ui;

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.SwingUtilities;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;
import org.shutterline.server.users.UsersSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The technician's window over a running server. What goes wrong in it stays in it: it only asks and listens, so the
 * server goes on if the window dies.
 */
public final class TechnicianWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TechnicianWindow.class);

    private final Backstage backstage;
    private final WindowHabits habits;
    private final Runnable stopServer;
    private Optional<MonitorFrame> frame = Optional.empty();
    private Optional<SeatWatch> seats = Optional.empty();
    private volatile Optional<Seat> guard = Optional.empty();
    private boolean ending;

    private TechnicianWindow(Sources sources, Path data, Runnable stopServer) {
        this.backstage = new Backstage(sources, this::frame);
        this.habits = new WindowHabits(new WindowFile(data), backstage.bench()::aside);
        this.stopServer = stopServer;
    }

    /**
     * Opens the window. Returns at once; a display is needed.
     *
     * @param data where {@code window.yaml} is kept
     * @param stopServer run once, on a thread of its own, when the technician closes the window
     */
    public static TechnicianWindow open(Sources sources, Path data, Runnable stopServer) {
        TechnicianWindow window = new TechnicianWindow(sources, data, stopServer);
        SwingUtilities.invokeLater(window::build);
        window.backstage.start();
        return window;
    }

    /**
     * From now on whoever sits there may do what its users allow.
     *
     * @param otherEditors who but this window changes a job at present
     */
    public void guardedBy(Seat seat, UsersSource users, Function<String, Optional<EditLeases.Holder>> otherEditors) {
        guard = Optional.of(seat);
        backstage.guardedBy(seat);
        SeatWatch watch = new SeatWatch(seat, users, otherEditors, backstage.bench(), this::frame);
        SwingUtilities.invokeLater(() -> seats = Optional.of(watch));
        watch.start();
    }

    private void build() {
        habits.dress();
        MonitorFrame made = backstage.window(this::askToStop);
        made.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent closing) {
                askToStop();
            }
        });
        made.keys().install();
        habits.settle(made);
        frame = Optional.of(made);
        made.setVisible(true);
        backstage.showAll();
    }

    private Optional<MonitorFrame> frame() {
        return frame;
    }

    private void askToStop() {
        frame.filter(shown -> !ending).ifPresent(shown -> {
            int online = shown.online();
            if (online == 0 || CloseQuestion.stop(shown, online) && mayStop(online)) {
                ending = true;
                end(shown);
                Thread stop = new Thread(this::rememberAndStop, "window-end");
                stop.start();
            }
        });
    }

    /** Written down; whoever was logged off while he was asked may not. */
    private boolean mayStop(int online) {
        try {
            guard.ifPresent(seat -> seat.does(Act.STOP.least(), "stop with " + online + " stations online"));
            return true;
        } catch (BadSetting notAllowed) {
            LOG.info("not stopped: {}", notAllowed.getMessage());
            return false;
        }
    }

    private void end(MonitorFrame shown) {
        habits.leave(shown);
        backstage.leave();
        seats.ifPresent(SeatWatch::end);
        shown.end();
        frame = Optional.empty();
    }

    private void rememberAndStop() {
        backstage.endEditor();
        backstage.endCameras();
        habits.write();
        backstage.bench().close();
        LOG.info("the technician closed the window");
        stopServer.run();
    }

    /**
     * What is taught is kept for the next start, and programs of drafts end. Waits until that is done; a tool that never
     * returns is not waited for. Nobody may teach any more. Any thread but the window's.
     */
    public void endEditor() {
        backstage.endEditor();
    }

    /** Takes the window away, as when the server is stopped from outside; it does not stop the server. Any thread. */
    @Override
    public void close() {
        SwingUtilities.invokeLater(() -> frame.filter(shown -> !ending).ifPresent(shown -> {
            ending = true;
            end(shown);
            habits.writeAside();
            backstage.bench().close();
            backstage.endCamerasAside();
        }));
    }
}
