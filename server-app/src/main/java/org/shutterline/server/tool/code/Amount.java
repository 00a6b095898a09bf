package org.shutterline.server.tool.code;

import java.util.Optional;

/**
 * How many codes are read.
 *
 * @param mode whether one is enough
 * @param count how many there must be, if that is known
 */
record Amount(Mode mode, Optional<Integer> count) {
    /** More than this are not looked for. */
    static final int MOST = 64;

    /** Which of the codes in a region. */
    enum Mode {
        FIRST,
        ALL
    }

    /** With so many the search ends. */
    int wanted() {
        return mode == Mode.FIRST ? 1 : count.orElse(MOST);
    }

    /** Whether fewer than wanted means that some are missing. */
    boolean isKnown() {
        return mode == Mode.FIRST || count.isPresent();
    }
}
