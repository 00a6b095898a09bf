package org.shutterline.look;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Verdict;

/**
 * A picture that a draft was tried on.
 *
 * @param id of the result that it was kept with
 * @param before the verdict that was given then; empty if there was none
 * @param now the verdict of the draft
 * @param thumbnail asked for when it is painted; none until it has arrived
 * @param why in plain words, for the tooltip; empty for nothing
 */
public record TryEntry(
        long id, Optional<Verdict> before, Verdict now, Supplier<Optional<BufferedImage>> thumbnail, String why) {
    /** Whether the draft would give another verdict. */
    public boolean changes() {
        return before.isPresent() && before.get() != now;
    }

    String spoken() {
        String verdict = changes()
                ? LookWords.text(
                        "try.change",
                        State.of(before.orElseThrow()).word(),
                        State.of(now).word())
                : State.of(now).word();
        String number = LookWords.text("film.id", Long.toString(id));
        return why.isEmpty() ? number + " " + verdict : number + " " + verdict + ", " + why;
    }
}
