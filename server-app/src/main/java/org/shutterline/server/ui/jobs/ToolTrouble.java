package org.shutterline.server.ui.jobs;

import java.util.Optional;
import org.shutterline.look.Reasons;
import org.shutterline.look.State;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Retold;

/** Why a tool cannot be used, or is not OK, in the words of the window where it has any; else as the tool says it. */
final class ToolTrouble {
    private ToolTrouble() {}

    static Optional<String> words(ToolView tool) {
        return tool.isUntaught() ? Optional.of(UiWords.text("jobs.untaught")) : trouble(tool);
    }

    /** What is said of it on the picture; that nothing was learned yet is no fault of the picture. */
    static Optional<String> onPicture(ToolView tool) {
        if (tool.isUntaught()) {
            return Optional.empty();
        }
        return trouble(tool)
                .or(() -> tool.verdict().filter(said -> said != Verdict.OK).map(said -> Reasons.told(tool.reason())))
                .filter(words -> !words.isBlank());
    }

    private static Optional<String> trouble(ToolView tool) {
        return tool.trouble().map(Retold::trouble);
    }

    static State state(ToolView tool) {
        return tool.trouble().isPresent()
                ? State.UNKNOWN
                : tool.verdict().map(State::of).orElse(State.UNKNOWN);
    }
}
