package org.shutterline.server.monitor;

import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PlainPicture;

/** One result on the film; the thumbnail comes a moment later. */
public record FilmItem(InspectionResult result, Optional<PlainPicture> thumbnail) {}
