package org.shutterline.server.monitor;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something with a file could not be done, for people: of some failures the system says no more than the file's name. */
public final class Why {
    private Why() {}

    public static String of(Throwable failed) {
        if (failed instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (failed instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written by this program";
        }
        if (failed instanceof FileSystemException trouble && trouble.getReason() == null) {
            return trouble.getFile() + " cannot be used (" + failed.getClass().getSimpleName() + ")";
        }
        return failed.getMessage() == null ? failed.toString() : failed.getMessage();
    }
}
