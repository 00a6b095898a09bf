package org.shutterline.server.archive;

import java.io.IOException;

/** The archive cannot be opened, read or written; the message names the file and says why. */
public sealed class ArchiveException extends IOException permits FolderInUse {
    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
