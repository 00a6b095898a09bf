package org.shutterline.protocol.dialect.custom;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines a row takes. */
interface Incoming {
    /** The named parts of the line; empty if the row does not take it. */
    Optional<Map<String, String>> parts(String line);

    Set<String> names();

    /** The line with these parts, which are all that it has; empty if it cannot be written. */
    Optional<String> line(Map<String, String> parts);

    /** The only line that it takes, if there is only one. */
    Optional<String> only();
}
