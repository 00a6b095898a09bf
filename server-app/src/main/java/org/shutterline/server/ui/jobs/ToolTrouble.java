package org.shutterline.server.ui.jobs;

import java.util.Optional;
import org.shutterline.look.State;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.UiWords;

/** Why a tool cannot be used, or is not OK, in the words of the window where it has any; else as the tool says it. */
final class ToolTrouble {
    private ToolTrouble() {}

    static Optional<String> words(ToolView tool) {
        return tool.isUntaught() ? Optional.of(UiWords.text("jobs.untaught")) : tool.trouble();
    }

    /** What is said of it on the picture; that nothing was learned yet is no fault of the picture. */
    static Optional<String> onPicture(ToolView tool) {
        if (tool.isUntaught()) {
            return Optional.empty();
        }
        return tool.trouble()
                .or(() -> tool.verdict().filter(said -> said != Verdict.OK).map(said -> tool.reason()))
                .filter(words -> !words.isBlank());
    }

    static State state(ToolView tool) {
        return tool.trouble().isPresent()
                ? State.UNKNOWN
                : tool.verdict().map(State::of).orElse(State.UNKNOWN);
    }
}
