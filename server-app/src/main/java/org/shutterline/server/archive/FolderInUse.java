package org.shutterline.server.archive;

/** Another server has the data folder. */
public final class FolderInUse extends ArchiveException {
    private static final long serialVersionUID = 1;

    FolderInUse(String message) {
        super(message);
    }
}
