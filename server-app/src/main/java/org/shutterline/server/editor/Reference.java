package org.shutterline.server.editor;

import java.util.Optional;

/** The job that a draft is compared with when it is tried. */
@FunctionalInterface
interface Reference {
    /** Empty if there is none. Blocks. */
    Optional<Draft> read();
}
