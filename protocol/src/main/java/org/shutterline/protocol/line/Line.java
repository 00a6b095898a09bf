package org.shutterline.protocol.line;

/**
 * One line as it was read.
 *
 * @param bytes without the end; may be empty; the receiver's own
 * @param end CR if an LF may still come, see {@link LineFramer#settle()}
 */
public record Line(byte[] bytes, LineEnd end) {}
