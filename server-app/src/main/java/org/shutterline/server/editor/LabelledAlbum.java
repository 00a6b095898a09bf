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
 * @param leftOut how many more there are
 */
record LabelledAlbum(List<Labelled> marked, int leftOut, Workshop workshop) implements Album {
    /**
     * Of too many some are left out, so that good and bad ones are still there.
     *
     * @param most pictures that are taken
     */
    static LabelledAlbum of(List<Labelled> all, int most, Workshop workshop) {
        List<Labelled> taken = FairShare.of(all, Labelled::good, most);
        return new LabelledAlbum(taken, all.size() - taken.size(), workshop);
    }

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
