package org.shutterline.server.doctor;

import org.shutterline.server.net.Passed;

/** One thing that can be wrong. Used by one thread. */
interface Rule {
    /** Something passed on the wire. */
    default void passed(Passed passed, Casebook book) {
        // some rules only look at what there is
    }

    /** Looks at what there is. */
    default void look(Round round, Casebook book) {
        // most rules see all in what passes
    }
}
