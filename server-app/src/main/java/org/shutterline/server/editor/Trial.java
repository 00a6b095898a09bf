package org.shutterline.server.editor;

import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.station.Judgement;
import org.shutterline.server.station.ToolVerdict;

/**
 * What a draft says of one picture. Immutable.
 *
 * @param draft the very draft
 * @param picture the very picture
 * @param troubles why tools could not be used, by id
 */
record Trial(Draft draft, Picture picture, Judgement judgement, Map<String, Made.Trouble> troubles) {
    static Trial of(Draft draft, Made made, Picture picture) {
        try (Frame frame = picture.frame()) {
            Judgement judgement = made.inspector().inspect(frame, picture.part(), picture.takenAt());
            return new Trial(draft, picture, judgement, made.troubles());
        }
    }

    Optional<ToolVerdict> of(String tool) {
        return judgement.tools().stream()
                .filter(said -> said.step().id().equals(tool))
                .findFirst();
    }

    /** Whether what it says of this tool holds for a draft on a picture: what comes later does not matter. */
    boolean tellsOf(String tool, Draft now, Picture shown) {
        return picture == shown && (draft == now || draft.upTo(tool).measuresAs(now.upTo(tool)));
    }

    /** How the part lies for a tool with this fixture; {@link Pose#NONE} without one, or if it was not found. */
    Pose pose(Optional<Object> fixture) {
        return fixture.map(String::valueOf)
                .flatMap(this::of)
                .flatMap(ToolVerdict::pose)
                .orElse(Pose.NONE);
    }

    double ms() {
        return judgement.tools().stream().mapToDouble(ToolVerdict::ms).sum();
    }
}
