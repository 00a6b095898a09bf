package org.shutterline.server.editor;

import java.time.Instant;

/**
 * A version of a job that is kept.
 *
 * @param number rising from 1
 * @param id of its content, as results name it
 * @param by who or what made it: {@code window}, {@code wire}, {@code import}, {@code file}
 */
public record VersionRow(int number, String id, Instant saved, String by, String note) {}
