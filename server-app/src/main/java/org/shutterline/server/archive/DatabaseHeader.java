package org.shutterline.server.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the first 100 bytes of a database say, read before SQLite touches the file (the SQLite file format, section 1.3).
 *
 * @param bytes how long the file should be
 * @param application whose file it is
 * @param version of its tables
 */
record DatabaseHeader(long bytes, long application, int version) {
    /** "Shtl", as {@code schema/1.sql} writes it. */
    static final long APPLICATION = 0x5368746C;

    private static final int BYTES = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int PAGES_AT = 28;
    private static final int VERSION_AT = 60;
    private static final int APPLICATION_AT = 68;

    /** @throws ArchiveException if it is no database */
    static DatabaseHeader read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(BYTES));
            if (header.limit() < BYTES
                    || !new String(header.array(), 0, 15, StandardCharsets.US_ASCII).equals("SQLite format 3")) {
                throw new ArchiveException("the results file " + file + " is damaged: it is not a database");
            }
            int pageSize = header.getShort(PAGE_SIZE_AT) & 0xFFFF;
            return new DatabaseHeader(
                    (pageSize == 1 ? 65_536L : pageSize) * Integer.toUnsignedLong(header.getInt(PAGES_AT)),
                    Integer.toUnsignedLong(header.getInt(APPLICATION_AT)),
                    header.getInt(VERSION_AT));
        }
    }

    /** A file with tables that is not ours, or that a newer program made, is left as it is. A fresh one has no version yet. */
    void refuseForeign(Path file) throws ArchiveException {
        if (application != 0 || version != 0) {
            refuseForeign(file, application, version);
        }
    }

    static void refuseForeign(Path file, long application, int version) throws ArchiveException {
        if (application != APPLICATION) {
            throw new ArchiveException("the file " + file + " holds something else than results");
        }
        if (version > Schema.VERSION) {
            throw new ArchiveException("the results file " + file + " has version " + version
                    + ", this program knows versions up to " + Schema.VERSION
                    + ": a newer Shutterline wrote it; start that one, or restore a backup from before");
        }
        if (version < 1) {
            throw new ArchiveException("the results file " + file + " is damaged: its version is " + version);
        }
    }
}
