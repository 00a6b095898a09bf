package org.shutterline.server.editor;

import java.time.Instant;

/**
 * Who changes a job at present, so that nobody else may.
 *
 * @param who for people
 * @param from where he is
 * @param since when he began
 */
public record OtherEditor(String who, String from, Instant since) {}
