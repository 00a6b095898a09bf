package org.shutterline.server;

import java.io.ObjectInputFilter;

/** This program reads no Java objects from anywhere, and a library that would is refused (JEP 290). */
final class Serials {
    private Serials() {}

    /** For the whole process, once, before anything else. One that the command line sets stays. */
    static void refuseAll() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(info -> ObjectInputFilter.Status.REJECTED);
        }
    }
}
