package org.shutterline.server.listeners;

/**
 * A line of a talk that was never held.
 *
 * @param in whether the peer says it
 * @param text with its control characters, the line end included
 */
public record PreviewLine(boolean in, String text) {}
