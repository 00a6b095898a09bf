package org.shutterline.server.access;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.shutterline.protocol.message.Command;
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

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    private final Users users;
    private final Books books;
    private final Duration idle;
    private final LongSupplier nanoTime;
    private Optional<Account> sitting = Optional.empty();
    private boolean guarded;
    private long touchedNanos;

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

    /** Looks whether somebody sits there too long without a touch, and whether there are users meanwhile. Blocks on the disk. */
    public synchronized void passTime() {
        guarded = isGuarded();
        boolean left = sitting.isPresent() && nanoTime.getAsLong() - touchedNanos >= idle.toNanos();
        if (left) {
            leave("logged off after " + idle.toMinutes() + " minutes");
        }
    }

    /** A key, or the mouse. */
    public synchronized void touched() {
        touchedNanos = nanoTime.getAsLong();
    }

    /** Whether name and password are right. Takes some 50 ms on purpose. */
    public boolean logOn(String name, Secret password) {
        Optional<Role> role = role(name, password);
        books.did(name, WINDOW, "log on", role.isPresent() ? Entry.DONE : "wrong name or password");
        synchronized (this) {
            guarded = isGuarded();
            role.ifPresent(has -> sitting = Optional.of(new Account(name, has, false)));
            touchedNanos = nanoTime.getAsLong();
        }
        return role.isPresent();
    }

    public synchronized void logOff() {
        leave("log off");
    }

    private void leave(String how) {
        sitting.ifPresent(account -> books.did(account.name(), WINDOW, how, Entry.DONE));
        sitting = Optional.empty();
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

    /** What a command wants, as the books say it. */
    public String words(Command command) {
        return Deed.of(command);
    }

    private Optional<Role> role(String name, Secret password) {
        try {
            return users.role(name, password);
        } catch (BadSetting damaged) {
            LOG.error("nobody can log on: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /** A file that cannot be read does not open the door. */
    private boolean isGuarded() {
        try {
            return !users.isEmpty();
        } catch (BadSetting damaged) {
            return true;
        }
    }
}
