package org.shutterline.server.access;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.LeastRole;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever sits at the window of the server. As long as there are no users, that is the owner; from then on nobody may more
 * than look before he logged on, and after some idle minutes he is logged off. Safe for all threads.
 */
public final class Seat {
    /** From where the books say that something was done. */
    public static final String WINDOW = "window";

    /** So long before it happens somebody is told that he will be logged off. */
    public static final Duration WARN = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    private final Users users;
    private final Books books;
    private final LongSupplier nanoTime;
    private Duration idle;
    private Optional<Account> sitting = Optional.empty();
    private boolean guarded;
    private long touchedNanos;
    private final List<Runnable> left = new CopyOnWriteArrayList<>();

    /**
     * @param idle after so long without a touch somebody is logged off
     * @param nanoTime as {@link System#nanoTime()}
     */
    public Seat(Users users, Books books, Duration idle, LongSupplier nanoTime) {
        this.users = users;
        this.books = books;
        this.idle = idle;
        this.nanoTime = nanoTime;
        this.touchedNanos = nanoTime.getAsLong();
        this.guarded = isGuarded();
    }

    /**
     * How the window stands.
     *
     * @param guarded whether there are users, so that somebody has to log on
     * @param user who is logged on, empty for nobody
     * @param role what may be done here
     */
    public record Standing(boolean guarded, String user, Role role) {}

    public synchronized Standing standing() {
        Role role = sitting.map(Account::role).orElse(guarded ? Role.VIEW : Role.ADMIN);
        return new Standing(guarded, sitting.map(Account::name).orElse(""), role);
    }

    public Rights rights() {
        return Rights.of(standing().role());
    }

    /**
     * Looks whether somebody sits there too long without a touch, and whether the users are others meanwhile. Blocks on the
     * disk.
     */
    public void passTime() {
        // not while the window's own thread may wait for this
        passTime(known());
    }

    private synchronized void passTime(Optional<List<Account>> known) {
        guarded = known.map(all -> !all.isEmpty()).orElse(true);
        if (sitting.isPresent() && untouched().compareTo(idle) >= 0) {
            leave("logged off after " + idle.toMinutes() + " minutes");
        }
        known.ifPresent(all -> sitting.ifPresent(account -> all.stream()
                .filter(other -> other.name().equals(account.name()))
                .findFirst()
                .ifPresentOrElse(now -> sitting = Optional.of(now), () -> leave("logged off, no user any more"))));
    }

    private Duration untouched() {
        return Duration.ofNanos(nanoTime.getAsLong() - touchedNanos);
    }

    /** How long until whoever is logged on is logged off if nothing is touched; empty while that is not near. */
    public synchronized Optional<Duration> warning() {
        Duration left = idle.minus(untouched());
        return sitting.map(account -> left.isNegative() ? Duration.ZERO : left)
                .filter(soon -> soon.compareTo(WARN) <= 0);
    }

    /** A key, or the mouse. */
    public synchronized void touched() {
        touchedNanos = nanoTime.getAsLong();
    }

    /** Whether name and password are right. Takes some 50 ms on purpose. */
    public boolean logOn(String name, Secret password) {
        Optional<Role> role = role(name, password);
        books.did(name, WINDOW, "log on", role.isPresent() ? Entry.DONE : "wrong name or password");
        boolean has = isGuarded();
        synchronized (this) {
            guarded = has;
            if (role.isPresent()) {
                leave("log off");
                sitting = Optional.of(new Account(name, role.get(), false));
            }
            touchedNanos = nanoTime.getAsLong();
        }
        return role.isPresent();
    }

    public synchronized void logOff() {
        leave("log off");
    }

    private void leave(String how) {
        sitting.ifPresent(account -> {
            books.did(account.name(), WINDOW, how, Entry.DONE);
            left.forEach(Runnable::run);
        });
        sitting = Optional.empty();
    }

    /** @param told on any thread whenever somebody logs off or is logged off; never blocks */
    public void onLeaving(Runnable told) {
        left.add(told);
    }

    /** After so long without a touch somebody is logged off. */
    public synchronized Duration idle() {
        return idle;
    }

    /** From now on after so long. */
    public synchronized void idle(Duration other) {
        idle = other;
    }

    /**
     * The first user of this server, who sits here from now on.
     *
     * @throws BadSetting if there are users already, or name or password cannot be used
     */
    public void makeFirst(String name, Secret password) throws IOException {
        if (!users.isEmpty()) {
            throw new BadSetting("user", "expected none yet; one who may do all can add others");
        }
        users.add(name, Role.ADMIN, password);
        books.did(name, WINDOW, "user " + name + " added, ADMIN, the first", Entry.DONE);
        logOn(name, password);
    }

    /**
     * Writes down that something is done here.
     *
     * @throws BadSetting if it may not be done
     */
    public void does(Role needed, String deed) {
        Standing now = standing();
        boolean may = now.role().mayDo(needed);
        books.did(now.user(), WINDOW, deed, may ? Entry.DONE : "05 not allowed");
        if (!may) {
            throw new BadSetting("this window", "log on as somebody who may do this: it needs " + needed);
        }
    }

    /**
     * Has something asked, and writes down what became of it.
     *
     * @throws BadSetting if it may not be done
     */
    public void asks(Command command, Consumer<Reply> reply, Consumer<Consumer<Reply>> asking) {
        Role needed = LeastRole.of(command.getClass()).orElse(Role.VIEW);
        Standing now = standing();
        if (!now.role().mayDo(needed)) {
            does(needed, Deed.of(command));
        } else if (Deed.isPrivileged(command)) {
            asking.accept(answer -> {
                books.did(now.user(), WINDOW, Deed.of(command), Books.outcome(answer));
                reply.accept(answer);
            });
        } else {
            asking.accept(reply);
        }
    }

    /** Writes down that something that may be done here was not. */
    public void didNot(String deed, String why) {
        books.did(standing().user(), WINDOW, deed, "not done: " + why);
    }

    private Optional<Role> role(String name, Secret password) {
        try {
            return users.role(name, password);
        } catch (BadSetting damaged) {
            LOG.error("nobody can log on: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Why nobody can log on, if so: the users cannot be read. Blocks on the disk. */
    public Optional<String> damage() {
        try {
            users.all();
            return Optional.empty();
        } catch (BadSetting damaged) {
            return Optional.of(String.valueOf(damaged.getMessage()));
        }
    }

    /** A file that cannot be read does not open the door. */
    private boolean isGuarded() {
        return known().map(all -> !all.isEmpty()).orElse(true);
    }

    /** Empty while the file cannot be read. */
    private Optional<List<Account>> known() {
        try {
            return Optional.of(users.all());
        } catch (BadSetting damaged) {
            return Optional.empty();
        }
    }
}
