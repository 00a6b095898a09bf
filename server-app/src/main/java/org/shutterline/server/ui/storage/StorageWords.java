package org.shutterline.server.ui.storage;

import org.shutterline.server.storage.StorageFacts;
import org.shutterline.server.storage.StorageState;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** The storage in words. */
final class StorageWords {
    private static final double GB = 1e9;
    private static final double MB = 1e6;

    private StorageWords() {}

    /** The folder, the pictures, their limits, the disk, and how the keeping of results stands. */
    static String[] facts(StorageFacts facts) {
        return new String[] {
            facts.folder().toString(),
            UiWords.text("storage.pictures.words", facts.pictures(), size(facts.pictureBytes()), facts.lost()),
            limits(facts),
            UiWords.text("storage.disk.words", size(facts.freeBytes()), size(facts.leftFreeBytes())),
            facts.fault()
                    .or(facts::lowDisk)
                    .orElseGet(() -> UiWords.text(facts.damage().isEmpty() ? "storage.well" : "storage.damaged"))
        };
    }

    private static String limits(StorageFacts facts) {
        String most = facts.mostPictures() == 0
                ? UiWords.text("storage.anyNumber")
                : UiWords.text("storage.most", facts.mostPictures());
        String days =
                facts.mostDays() == 0 ? UiWords.text("storage.anyAge") : UiWords.text("storage.days", facts.mostDays());
        return UiWords.text("storage.limits.words", size(facts.quotaBytes()), most, days);
    }

    private static String size(long bytes) {
        return bytes < GB ? Times.oneDecimal(bytes / MB) + " MB" : Times.oneDecimal(bytes / GB) + " GB";
    }

    /** What is being done, or how it ended. */
    static String said(StorageState state) {
        if (state.work().isPresent()) {
            return UiWords.text("storage.doing." + state.work().get());
        }
        if (state.end().isEmpty()) {
            return "";
        }
        StorageState.End end = state.end().get();
        if (!end.trouble().isEmpty()) {
            return UiWords.text("storage.failed." + end.work(), end.trouble());
        }
        return UiWords.text("storage.done." + end.work(), end.results(), end.pictures());
    }
}
