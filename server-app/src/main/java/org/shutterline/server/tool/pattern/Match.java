package org.shutterline.server.tool.pattern;

/**
 * Where a template fits.
 *
 * @param left of the template's left edge, px from the region's, between pixels too
 * @param top likewise
 * @param score normalised correlation, 1 is the same picture but for its light
 */
record Match(double left, double top, double score) {}
