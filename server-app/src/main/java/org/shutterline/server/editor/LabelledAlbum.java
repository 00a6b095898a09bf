package org.shutterline.server.editor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.jobs.Labelled;

/**
 * Pictures that people marked, with the part and the time of the results that they belong to, as far as those are kept.
 *
 * @param marked in their order
 */
record LabelledAlbum(List<Labelled> marked, Workshop workshop) implements Album {
    @Override
    public int size() {
        return marked.size();
    }

    @Override
    public String name(int index) {
        Labelled one = marked.get(index);
        return one.picture().getParent().getFileName() + "/" + one.picture().getFileName();
    }

    @Override
    public Picture at(int index) throws IOException {
        Labelled one = marked.get(index);
        Picture file = Album.file(one.picture(), name(index), Optional.of(one.good() ? Verdict.OK : Verdict.NG));
        return workshop.result(one.id()).map(file::of).orElse(file);
    }
}
