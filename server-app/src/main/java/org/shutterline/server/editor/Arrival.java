package org.shutterline.server.editor;

import java.nio.file.Path;

/**
 * A job in a file, of which there is one of the same name.
 *
 * @param name that it has in the file
 */
public record Arrival(Path file, String name) {}
