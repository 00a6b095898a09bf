package org.shutterline.client.link;

/** Begins connections. */
@FunctionalInterface
public interface LinkOpener {
    /** Begins to connect and returns at once; the listener hears how it went. */
    Link open(Address address, LinkListener listener);
}
