package org.shutterline.server.backup;

import java.io.IOException;

/** A backup cannot be made, or a file is none that can be restored. Nothing of the store was changed. */
public final class BackupRefused extends IOException {
    private static final long serialVersionUID = 1;

    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
