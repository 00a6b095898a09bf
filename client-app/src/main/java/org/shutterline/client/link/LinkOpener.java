package org.shutterline.client.link;

import org.shutterline.client.language.Language;

/** Begins connections. */
@FunctionalInterface
public interface LinkOpener {
    /** Begins to connect and returns at once; the listener hears how it went. */
    Link open(Address address, Language language, LinkListener listener);
}
