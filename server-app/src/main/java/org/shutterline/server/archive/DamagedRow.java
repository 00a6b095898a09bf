package org.shutterline.server.archive;

import java.io.IOException;

/** A row of the database does not read as it was written. */
final class DamagedRow extends IOException {
    private static final long serialVersionUID = 1;

    /** @param what the row holds */
    DamagedRow(String what) {
        super(what + " does not read as it was written");
    }
}
