package org.shutterline.server.archive;

import java.sql.SQLException;

/** Something that is written to the database, alone or together with others. All of it runs on the thread {@code archive}. */
interface Deed {
    /** Writes it, within a transaction; may be called again if the transaction was not committed. */
    void write(Ledger ledger) throws SQLException;

    /** Whether it writes with one statement, which needs no transaction around it. */
    default boolean single() {
        return false;
    }

    /** It is committed. */
    default void done() {}

    /** It may not have been committed. */
    default void failed(String why) {}
}
