package org.shutterline.server.tool.text;

/**
 * What was read.
 *
 * @param text in one line, with single blanks; empty if there is nothing to read
 * @param confidencePercent how sure the reader is, 0 to 100
 */
record ReadText(String text, double confidencePercent) {}
