package org.shutterline.server.tool.code;

import java.util.List;
import java.util.Optional;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/**
 * What the text must be.
 *
 * @param expected the text itself
 * @param equalsPart whether it must be the name of the part that the trigger gave
 * @param pattern what each code's text must look like
 */
record WantedText(Optional<String> expected, boolean equalsPart, Optional<TimedPattern> pattern) {

    /** The text that it is compared with for this picture. */
    Optional<String> text(Scene scene) {
        return equalsPart ? scene.part() : expected;
    }

    /**
     * Why it is not what is wanted.
     *
     * @param whole all texts as one
     * @param each those of the codes
     */
    Optional<String> wrong(String whole, List<String> each, Scene scene) throws ToolException {
        Optional<String> wanted = text(scene);
        if (equalsPart && wanted.isEmpty()) {
            return Optional.of("no part name given");
        }
        if (wanted.isPresent() && !wanted.get().equals(whole)) {
            return Optional.of(whole + ", expected " + wanted.get());
        }
        if (pattern.isPresent()) {
            for (String text : each) {
                if (!pattern.get().matches(text, scene.nanosLeft())) {
                    return Optional.of(text + " is not like " + pattern.get());
                }
            }
        }
        return Optional.empty();
    }
}
