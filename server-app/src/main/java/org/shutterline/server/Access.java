package org.shutterline.server;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.message.Product;
import org.shutterline.server.access.Books;
import org.shutterline.server.access.Certificates;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Entry;
import org.shutterline.server.access.Gate;
import org.shutterline.server.access.OneEditor;
import org.shutterline.server.access.PatientShelf;
import org.shutterline.server.access.Seat;
import org.shutterline.server.access.SyslogCopies;
import org.shutterline.server.access.Users;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.backup.Restore;
import org.shutterline.server.net.Rounds;

/** Who may do what at this server, over the wire and at the window, and the books in which that is written. */
final class Access implements AutoCloseable {
    private static final Duration SYSLOG_AT_THE_END = Duration.ofMillis(100);
    private static final long AGAIN_S = 1;
    private static final String SERVER = "server";

    private final Optional<SyslogCopies> syslog;
    private final PatientShelf shelf;
    private final Books books;
    private final Users users;
    private final EditLeases leases;
    private final Gate gate;
    private final Seat seat;
    private final Certificates certificates;
    private final Rounds rounds = new Rounds();

    /** @param timer each second what could not be written down is tried again, and what was refused over and over summed up */
    Access(Site site, Archive archive, ShopFloor floor, ScheduledExecutorService timer) {
        this.syslog = site.settings().audit().syslog().map(SyslogCopies::new);
        this.shelf = new PatientShelf(new BookShelf(archive));
        this.books = new Books(
                shelf, entry -> syslog.ifPresent(copies -> copies.accept(entry)), Clock.systemUTC(), System::nanoTime);
        this.users = new Users(site.data());
        this.leases = new EditLeases(Clock.systemUTC(), System::nanoTime);
        this.gate = new Gate(new OneEditor(floor.machine(), leases, floor::jobOf), users, books, System::nanoTime);
        this.seat = new Seat(users, books, site.settings().windowLogOff(), System::nanoTime);
        seat.onLeaving(() -> leases.freeAll(WindowWorkshop.KEY));
        this.certificates = new Certificates(site.data(), Clock.systemUTC());
        timer.scheduleWithFixedDelay(() -> rounds.go(this::passTime), AGAIN_S, AGAIN_S, TimeUnit.SECONDS);
    }

    private void passTime() {
        shelf.tryAgain();
        books.passTime();
    }

    Books books() {
        return books;
    }

    Users users() {
        return users;
    }

    EditLeases leases() {
        return leases;
    }

    /** What peers ask: the machine behind it. */
    Gate gate() {
        return gate;
    }

    /** Whoever sits at the window. */
    Seat seat() {
        return seat;
    }

    Certificates certificates() {
        return certificates;
    }

    /** What is wrong with the copies of the books, a sentence each. */
    List<String> troubles() {
        return syslog.flatMap(SyslogCopies::trouble).stream().toList();
    }

    /** The books go on where those of the backup end. */
    void wasRestored(Restore.Done done) {
        books.did(RestoreEntry.of(done, "", SERVER));
    }

    void serverStarted() {
        books.did("", SERVER, "started, version " + Product.load().version(), Entry.DONE);
    }

    /** The last line of the books says that the server was stopped. */
    @Override
    public void close() {
        gate.close();
        books.close();
        books.did("", SERVER, "stopped", Entry.DONE);
        shelf.close();
        syslog.ifPresent(copies -> copies.close(SYSLOG_AT_THE_END));
    }
}
