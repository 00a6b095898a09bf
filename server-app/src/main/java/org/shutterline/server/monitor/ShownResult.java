package org.shutterline.server.monitor;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.PlainPicture;

/**
 * A result with its picture, which always belong together.
 *
 * @param jobVersion the id of the content of the job that judged it; empty if it is not known
 * @param overlays what the tools looked at and found
 * @param faultOnDemand the one that its picture had; empty for none
 * @param picture empty if there is none, or none yet
 * @param whyNone why there is none; empty while it is on its way
 */
public record ShownResult(
        InspectionResult result,
        String jobVersion,
        List<Overlay> overlays,
        Optional<String> faultOnDemand,
        Optional<PlainPicture> picture,
        Optional<Code> whyNone) {
    public ShownResult {
        overlays = List.copyOf(overlays);
    }
}
