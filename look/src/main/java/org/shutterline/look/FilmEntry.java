package org.shutterline.look;

import java.awt.image.BufferedImage;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;

/**
 * One result on the film.
 *
 * @param id of the result
 * @param time when it was triggered
 * @param thumbnail none until it has arrived
 * @param part shown in the tooltip
 */
public record FilmEntry(
        long id, OffsetDateTime time, Verdict verdict, Optional<BufferedImage> thumbnail, Optional<String> part) {}
