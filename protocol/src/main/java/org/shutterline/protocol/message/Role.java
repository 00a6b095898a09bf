package org.shutterline.protocol.message;

import java.util.Locale;

/** What a connection may do; each role may do all that those before it may. */
public enum Role {
    /** Looks, and changes nothing. */
    VIEW,
    /** Triggers too. */
    TRIGGER,
    /** Changes jobs, takes stations offline and online, starts counters anew. */
    OPERATE,
    /** Changes how parts are judged. */
    ADMIN;

    /** Whether it may do what needs this role. */
    public boolean mayDo(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As settings and people write it: {@code operate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
