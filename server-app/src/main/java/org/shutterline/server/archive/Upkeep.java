package org.shutterline.server.archive;

import java.io.IOException;

/** What is done between two pictures. Thread {@code pictures}. */
interface Upkeep {
    /** @param pictures those that may have grown too old */
    void run(PictureRetention pictures) throws IOException;
}
