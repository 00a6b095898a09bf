package org.shutterline.protocol.message;

/**
 * An encoded picture.
 *
 * @param format {@code jpeg}, {@code png}, {@code mono8} or {@code bgr8}; the last two are rows from top to bottom without padding
 * @param width px
 * @param height px
 * @param blob the bytes; whoever holds the picture closes it
 */
public record Picture(String format, int width, int height, Blob blob) {}
