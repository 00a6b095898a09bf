package org.shutterline.server;

import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.server.access.Entry;
import org.shutterline.server.access.Shelf;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The books in the archive. */
record BookShelf(Archive archive) implements Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(BookShelf.class);

    @Override
    public void add(Entry entry, Consumer<Optional<String>> kept) {
        archive.audit(entry.at(), entry.who(), entry.from(), entry.deed(), entry.outcome(), trouble -> {
            trouble.ifPresent(why -> LOG.error("not in the books: {} {}: {}", entry.who(), entry.deed(), why));
            kept.accept(trouble);
        });
    }

    @Override
    public Optional<String> fault() {
        return archive.health().fault().map(Trouble::why);
    }
}
