package org.shutterline.server.editor;

import java.util.Optional;
import java.util.function.Consumer;

/** The draft that is shown, if one is, and what is asked of it. Used on the desk. */
final class Easel {
    private Optional<DraftDesk> open = Optional.empty();
    private Optional<OpenJob.Question> question = Optional.empty();

    Optional<DraftDesk> open() {
        return open;
    }

    boolean shows(DraftDesk desk) {
        return open.filter(now -> now == desk).isPresent();
    }

    /** Whatever is wanted of the open draft answers its question with no. */
    void at(Consumer<DraftDesk> deed) {
        open.ifPresent(desk -> {
            question = Optional.empty();
            desk.show();
            deed.accept(desk);
        });
    }

    void put(DraftDesk desk) {
        open = Optional.of(desk);
        question = Optional.empty();
        desk.show();
    }

    void clear() {
        open = Optional.empty();
        question = Optional.empty();
    }

    Optional<OpenJob.Question> question() {
        return question;
    }

    void ask(OpenJob.Question asked) {
        question = Optional.of(asked);
    }

    void askNothing() {
        question = Optional.empty();
    }
}
