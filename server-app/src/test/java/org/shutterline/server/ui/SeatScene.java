package org.shutterline.server.ui;

import java.awt.EventQueue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.shutterline.protocol.message.Grant;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.access.Books;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;
import org.shutterline.server.access.Users;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.ui.users.UsersDialog;
import org.shutterline.server.users.ScriptedUsers;
import org.shutterline.server.users.UsersPresenter;

/** Somebody at the window of a server with users, for pictures. */
final class SeatScene {
    private static final Secret PASSWORD = Secret.of("correct horse");
    private static final String LONG = "quality.assurance.second.shift@hall-4.example";
    private static final Instant SINCE = Instant.parse("2026-11-26T13:03:22Z");

    private final String scene;
    private final MonitorFrame frame;
    private final AtomicLong slept = new AtomicLong();
    private final Seat seat;

    /** @param scene one that begins with {@code seat} or {@code users} */
    SeatScene(String scene, MonitorFrame frame) throws IOException {
        this.scene = scene;
        this.frame = frame;
        Path data = Files.createTempDirectory("seat");
        Users users = new Users(data);
        if (!scene.equals("seat-first")) {
            users.add("anna", Role.ADMIN, PASSWORD);
            users.add(LONG, Role.TRIGGER, PASSWORD);
        }
        seat = new Seat(
                users,
                new Books((entry, kept) -> {}, copy -> {}, Clock.systemUTC(), System::nanoTime),
                Duration.ofMinutes(10),
                () -> System.nanoTime() + slept.get());
    }

    /** Not on the event thread: a password takes its time. */
    void play() {
        if (scene.startsWith("users") || scene.equals("seat-idle") || scene.equals("seat-held")) {
            seat.logOn("anna", PASSWORD);
        } else if (scene.equals("seat-long")) {
            seat.logOn(LONG, PASSWORD);
        }
        if (scene.equals("seat-idle")) {
            slept.addAndGet(Duration.ofMinutes(9).plusSeconds(42).toNanos());
        }
        Optional<Sitting.Held> held = scene.equals("seat-held")
                ? Optional.of(new Sitting.Held("plate-A", new EditLeases.Holder("press 4", "10.0.3.7:50112", SINCE)))
                : Optional.empty();
        EventQueue.invokeLater(() -> {
            frame.rail().onUser(() -> {});
            frame.show(Sitting.at(seat, held), () -> {});
        });
        switch (scene) {
            case "seat", "seat-error", "seat-first", "seat-long" ->
                EventQueue.invokeLater(() -> new LogOnDialog(frame, seat, Runnable::run, () -> {}, () -> {}).open());
            case "users", "users-token", "users-error" -> showUsers();
            default -> {}
        }
        LockSupport.parkNanos(1_000_000_000L);
        if (scene.equals("seat-error")) {
            EventQueue.invokeLater(() -> ServerScreenshots.pressIn(frame, "seat.yes"));
            LockSupport.parkNanos(1_000_000_000L);
        }
    }

    private void showUsers() {
        ScriptedUsers source = new ScriptedUsers()
                .with("anna", Role.ADMIN, false)
                .with("bert", Role.OPERATE, false)
                .with(LONG, Role.TRIGGER, false)
                .with("line-3", Role.TRIGGER, true);
        AtomicReference<UsersDialog> dialog = new AtomicReference<>();
        UsersPresenter presenter = new UsersPresenter(
                source,
                new BenchThread("users", Clock.systemUTC()),
                state -> EventQueue.invokeLater(
                        () -> Optional.ofNullable(dialog.get()).ifPresent(shown -> shown.show(state))));
        EventQueue.invokeLater(() -> {
            dialog.set(new UsersDialog(frame, presenter));
            dialog.get().open();
        });
        LockSupport.parkNanos(500_000_000L);
        if (scene.equals("users-token")) {
            presenter.addToken("line-4", Role.TRIGGER);
        } else if (scene.equals("users-error")) {
            presenter.add(LONG, Role.VIEW, PASSWORD, Secret.of("battery staple"));
        }
    }

    /** One listener that others reach, encrypted, and one that a controller reaches. */
    static List<ListenerPlate> listeners() {
        Options none = Options.checked("listeners", Map.of(), List.of());
        Set<Grant> grants = EnumSet.of(Grant.JOB, Grant.RESET);
        return List.of(
                new ListenerPlate("plain", none, new InetSocketAddress("127.0.0.1", 7_501), Role.OPERATE, true),
                new ListenerPlate(
                        "plain",
                        none,
                        new InetSocketAddress("0.0.0.0", 7_502),
                        Rights.NONE,
                        Optional.of("5A:0F:31:C7:88:1D:E4:92:0B:7E:A6:53:F9:2C:60:D8:"
                                + "14:BB:07:E9:4D:72:AF:36:C1:58:90:FD:2A:83:6E:05"),
                        true),
                new ListenerPlate(
                        "keyence-xg",
                        none,
                        new InetSocketAddress("10.0.4.2", 8_500),
                        new Rights(Optional.of(Role.TRIGGER), grants),
                        Optional.empty(),
                        true));
    }
}
