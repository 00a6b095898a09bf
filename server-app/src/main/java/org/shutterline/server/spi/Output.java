package org.shutterline.server.spi;

/**
 * A value that a tool gives.
 *
 * @param name stable, of a-z 0-9 and underline, unique in the tool: what limits and output lists name it by
 * @param unit {@code px}, {@code %}, {@code grey}, or empty
 * @param decimals how many are usual, 0 to 9; ignored for texts
 */
public record Output(String name, String unit, int decimals) {}
