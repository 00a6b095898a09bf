package org.shutterline.server.monitor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How the last saving of a file ended.
 *
 * @param rows how many are in it
 * @param trouble why it was not written
 */
public record Saved(Path file, int rows, Optional<String> trouble, Instant at) {}
