package org.shutterline.server.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.net.Peer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks who logs in, one after the other on its own thread {@code login}, since each check takes memory and time on
 * purpose. Whoever guesses has to wait longer each time, by where it comes from and by whom it claims to be; whoever is on
 * this machine never has to. Safe for all threads.
 */
final class Logins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private static final int MOST_WAITING = 64;

    private final Users users;
    private final Books books;
    private final UserWatch watch;
    private final LongSupplier nanoTime;
    private String seen;
    private final BackOff bySource = new BackOff(3, Duration.ofMinutes(5), Duration.ofHours(1));
    /** Shorter: somebody else's guesses must not keep the user out for long. */
    private final BackOff byName = new BackOff(5, Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Logins::thread);

    Logins(Users users, Books books, LongSupplier nanoTime) {
        this.users = users;
        this.books = books;
        this.seen = users.stamp();
        this.watch = new UserWatch(known().orElse(List.of()));
        this.nanoTime = nanoTime;
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "login");
        thread.setDaemon(true);
        return thread;
    }

    /** @param reply LoggedIn, or Refused with 05 and why, at once or later on another thread */
    void check(Peer peer, Command.LogIn who, Consumer<Reply> reply) {
        if (!peer.isHere() && !peer.encrypted()) {
            reply.accept(refused("LOGIN is taken over TLS and on this machine only"));
            return;
        }
        try {
            thread.execute(() -> reply.accept(checked(peer, who)));
        } catch (RejectedExecutionException tooMany) {
            reply.accept(refused("too many log in at this moment, try again"));
        }
    }

    /**
     * Somebody named a login of the listener that it came to, which knows what it may. It waits as others do, and needs no
     * encryption, which such dialects do not have.
     *
     * @return LoggedIn, or Refused with 05 and why
     */
    Reply checkHere(Peer peer, Command.LogInHere who) {
        // names of users have no blanks: guesses here keep nobody out elsewhere
        String name = peer.port() + " " + who.user();
        Optional<Reply> mustWait = mustWait(peer, name);
        if (mustWait.isPresent()) {
            return mustWait.get();
        }
        note(peer, name, who.proven().isPresent());
        return who.verdict();
    }

    private Optional<Reply> mustWait(Peer peer, String name) {
        Duration wait = peer.isHere() ? Duration.ZERO : wait(peer, name);
        return wait.compareTo(Duration.ZERO) > 0
                ? Optional.of(refused("too many wrong logins, try again in " + (wait.toSeconds() + 1) + " s"))
                : Optional.empty();
    }

    private void note(Peer peer, String name, boolean right) {
        String source = peer.source();
        if (right) {
            // by a login of his own nobody wins back what he guessed at others
            bySource.right(source, name);
            byName.right(name, source);
        } else if (!peer.isHere()) {
            bySource.wrong(source, name, nanoTime.getAsLong());
            byName.wrong(name, source, nanoTime.getAsLong());
        }
    }

    /** Empty while the file is damaged. */
    private Optional<List<User>> known() {
        try {
            return Optional.of(users.known());
        } catch (BadSetting damaged) {
            LOG.error("nobody can log in: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Whether nobody changed anything about the user since then; blocks on the disk. */
    boolean mayStay(Peer peer, long loggedInNanos) {
        look();
        return !watch.changedSince(peer.user(), loggedInNanos);
    }

    /** What changed about users is in the books, whoever did it; a damaged file changes nobody. */
    private synchronized void look() {
        String now = users.stamp();
        if (!now.equals(seen)) {
            seen = now;
            known().ifPresent(there -> watch.changes(there, nanoTime.getAsLong())
                    .forEach(change -> books.did("", "users.yaml", change, Entry.DONE)));
        }
    }

    private Reply checked(Peer peer, Command.LogIn who) {
        look();
        long begin = nanoTime.getAsLong();
        Optional<Reply> mustWait = mustWait(peer, who.user());
        if (mustWait.isPresent()) {
            return mustWait.get();
        }
        Optional<Role> role = role(who);
        if (role.isEmpty()) {
            note(peer, who.user(), false);
            return refused("wrong name or password");
        }
        look();
        if (watch.changedSince(who.user(), begin)) {
            return refused("the user was changed at this moment, try again");
        }
        note(peer, who.user(), true);
        return new Reply.LoggedIn(role.get());
    }

    private Optional<Role> role(Command.LogIn who) {
        try {
            return users.role(who.user(), who.password());
        } catch (BadSetting damaged) {
            LOG.error("nobody can log in: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    private Duration wait(Peer peer, String name) {
        Duration here = bySource.wait(peer.source(), nanoTime.getAsLong());
        Duration his = byName.wait(name, nanoTime.getAsLong());
        return here.compareTo(his) > 0 ? here : his;
    }

    private static Reply refused(String why) {
        return new Reply.Refused(Code.NOT_ALLOWED, why);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
