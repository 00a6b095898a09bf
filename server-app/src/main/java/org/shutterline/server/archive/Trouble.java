package org.shutterline.server.archive;

import java.time.Instant;

/**
 * Something that does not work as it should.
 *
 * @param since when it began
 * @param why in words
 */
public record Trouble(Instant since, String why) {}
