package org.shutterline.server.archive;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One line for the books, on its way into the database; its number and hash are given there.
 *
 * @param written told once, on any thread: why it could not be written durably; empty if it was
 */
record AuditIntake(AuditRow row, Consumer<Optional<String>> written) implements Deed {
    @Override
    public void write(Ledger ledger) throws SQLException {
        AuditTrail.append(ledger, row);
    }

    @Override
    public void done() {
        written.accept(Optional.empty());
    }

    @Override
    public void failed(String why) {
        written.accept(Optional.of(why));
    }
}
