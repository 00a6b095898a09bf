package org.shutterline.protocol.message;

/**
 * How long one stage of a trigger took.
 *
 * @param stage {@code picture}, {@code inspection}, {@code storing}, {@code answer}
 * @param ms milliseconds
 */
public record StageTime(String stage, double ms) {}
