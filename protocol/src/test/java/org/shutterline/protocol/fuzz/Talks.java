package org.shutterline.protocol.fuzz;

import java.util.List;

/**
 * What the talks of one dialect are played by, and those to begin from.
 *
 * @param station what a peer says, as {@link Play} reads it
 * @param client what a device says, likewise
 */
record Talks(Play play, List<byte[]> station, List<byte[]> client) {}
