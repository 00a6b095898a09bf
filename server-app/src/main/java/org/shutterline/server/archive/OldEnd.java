package org.shutterline.server.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * Stored pictures whose files are missing, in the order of their ids: those before the first that is there gave way to new
 * ones just before a kill, which came before that was noted. All others were taken away by somebody, or by the disk.
 */
final class OldEnd {
    /** More than ever wait to be noted. */
    private static final int MOST_UNNOTED = 500;

    private final List<PictureRow> missing = new ArrayList<>();
    private boolean someThere;

    /** Whether this one is missing for no good reason. */
    boolean isAmiss(PictureRow row, boolean there) {
        someThere |= there;
        if (there) {
            return false;
        }
        if (someThere || missing.size() == MOST_UNNOTED) {
            return true;
        }
        missing.add(row);
        return false;
    }

    /** After the last: those that gave way. */
    List<PictureRow> gaveWay() {
        return someThere ? missing : List.of();
    }

    /** After the last: those that did not, because not one is there. */
    List<PictureRow> amiss() {
        return someThere ? List.of() : missing;
    }
}
