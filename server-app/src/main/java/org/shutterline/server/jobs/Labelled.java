package org.shutterline.server.jobs;

import java.nio.file.Path;

/**
 * A picture of which a person said what it is.
 *
 * @param id of the result that it belongs to
 * @param good true in the folder OK, false in NG
 */
public record Labelled(long id, boolean good, Path picture) {}
