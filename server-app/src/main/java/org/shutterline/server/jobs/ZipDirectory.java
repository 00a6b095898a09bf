package org.shutterline.server.jobs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The entries of a zip file as its directory lists them. Stricter than zip libraries, so that no two readers can see
 * different files in it: the directory ends the file, entries do not overlap, and each says the same of itself as the
 * directory does. No encryption, no links, no folders, no remarks, no parts above 4 GB (PKWARE APPNOTE 6.3.10, 4.3).
 */
final class ZipDirectory implements AutoCloseable {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LISTED = 0x02014b50;
    private static final int LISTED_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int MOST_DIRECTORY_BYTES = 1 << 20;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** Sizes after the content, and names in UTF-8. Anything else changes what the bytes mean. */
    private static final int HARMLESS_FLAGS = 0x0808 | 0x0006;

    private static final int UNIX_TYPE = 0xf000;
    private static final int UNIX_LINK = 0xa000;
    private static final int UNIX_FILE = 0x8000;
    private static final int DOS_FOLDER = 0x10;

    /**
     * One entry.
     *
     * @param crc of its content, as the directory says
     * @param packedBytes how many it takes in the file
     * @param at where it begins in the file
     * @param dataAt where its content begins
     */
    record Entry(String name, int method, int crc, long packedBytes, long at, long dataAt) {}

    private final String label;
    private final FileChannel channel;
    private final List<Entry> entries;

    private ZipDirectory(String label, FileChannel channel, int mostEntries) throws IOException, JobRefused {
        this.label = label;
        this.channel = channel;
        this.entries = read(mostEntries);
        refuseOverlaps();
    }

    /** @param label how messages call the file */
    static ZipDirectory open(Path file, String label, int mostEntries) throws IOException, JobRefused {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ZipDirectory(label, channel, mostEntries);
        } catch (IOException | JobRefused | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    List<Entry> entries() {
        return entries;
    }

    private List<Entry> read(int mostEntries) throws IOException, JobRefused {
        long size = channel.size();
        if (size < END_BYTES) {
            throw new JobRefused(label, "is no exported job, expected a zip file");
        }
        ByteBuffer end = bytes(size - END_BYTES, END_BYTES);
        int count = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        long at = Integer.toUnsignedLong(end.getInt(16));
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw new JobRefused(label, "is no exported job, or cut short, expected a whole zip file");
        }
        if (count > mostEntries || length > MOST_DIRECTORY_BYTES) {
            throw new JobRefused(label, count + " files in it, expected " + mostEntries + " at most");
        }
        if (end.getInt(4) != 0 || Short.toUnsignedInt(end.getShort(8)) != count || at + length != size - END_BYTES) {
            throw damaged("its directory is not where it should be");
        }
        ByteBuffer directory = bytes(at, (int) length);
        List<Entry> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(entry(directory, at));
        }
        if (directory.hasRemaining()) {
            throw damaged("its directory is longer than it says");
        }
        return List.copyOf(read);
    }

    private Entry entry(ByteBuffer directory, long directoryAt) throws IOException, JobRefused {
        if (directory.remaining() < LISTED_BYTES || directory.getInt(directory.position()) != LISTED) {
            throw damaged("its directory is shorter than it says");
        }
        ByteBuffer fixed = directory.slice(directory.position(), LISTED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int nameLength = Short.toUnsignedInt(fixed.getShort(28));
        int rest = Short.toUnsignedInt(fixed.getShort(30)) + Short.toUnsignedInt(fixed.getShort(32));
        directory.position(directory.position() + LISTED_BYTES);
        if (directory.remaining() < nameLength + rest) {
            throw damaged("its directory is shorter than it says");
        }
        byte[] name = new byte[nameLength];
        directory.get(name);
        directory.position(directory.position() + rest);
        String shown = text(name);
        refuseKind(shown, fixed);
        long at = Integer.toUnsignedLong(fixed.getInt(42));
        long packed = Integer.toUnsignedLong(fixed.getInt(20));
        long dataAt = dataOf(shown, name, at, fixed, directoryAt);
        if (dataAt + packed > directoryAt) {
            throw damaged(Visible.of(shown) + " reaches into its directory");
        }
        return new Entry(shown, fixed.getShort(10), fixed.getInt(16), packed, at, dataAt);
    }

    private String text(byte[] name) throws JobRefused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw new JobRefused(label, "a name in it is no text in UTF-8");
        }
    }

    private void refuseKind(String name, ByteBuffer listed) throws JobRefused {
        String what = label + ", " + Visible.of(name);
        int type = listed.getShort(40) & UNIX_TYPE;
        if (type == UNIX_LINK) {
            throw new JobRefused(what, "is a link, expected a file");
        }
        if ((type != 0 && type != UNIX_FILE) || (listed.getInt(38) & DOS_FOLDER) != 0 || name.endsWith("/")) {
            throw new JobRefused(what, "is a folder or a device, expected a file");
        }
        if ((listed.getShort(8) & ~HARMLESS_FLAGS) != 0) {
            throw new JobRefused(what, "is encrypted or packed in an unknown way, expected plain packing");
        }
        int method = listed.getShort(10);
        boolean large = listed.getInt(20) == -1 || listed.getInt(24) == -1 || listed.getInt(42) == -1;
        if ((method != STORED && method != DEFLATED) || large || listed.getShort(34) != 0) {
            throw new JobRefused(what, "is too large or packed in an unknown way, expected plain packing");
        }
    }

    /** Where the content begins, if the entry itself says the same as the directory. */
    private long dataOf(String shown, byte[] name, long at, ByteBuffer listed, long directoryAt)
            throws IOException, JobRefused {
        if (at + LOCAL_BYTES > directoryAt) {
            throw damaged(Visible.of(shown) + " is not where its directory says");
        }
        ByteBuffer local = bytes(at, LOCAL_BYTES);
        int length = Short.toUnsignedInt(local.getShort(26));
        int extra = Short.toUnsignedInt(local.getShort(28));
        boolean same = local.getInt(0) == LOCAL
                && local.getShort(8) == listed.getShort(10)
                && local.getShort(6) == listed.getShort(8)
                && length == name.length
                && at + LOCAL_BYTES + length <= directoryAt
                && bytes(at + LOCAL_BYTES, length).equals(ByteBuffer.wrap(name));
        if (!same) {
            throw damaged(Visible.of(shown) + " is not what its directory says");
        }
        return at + LOCAL_BYTES + length + extra;
    }

    private void refuseOverlaps() throws JobRefused {
        long free = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingLong(Entry::at)).toList()) {
            if (entry.at() < free) {
                throw damaged(Visible.of(entry.name()) + " overlaps another file");
            }
            free = entry.dataAt() + entry.packedBytes();
        }
    }

    private JobRefused damaged(String why) {
        return new JobRefused(label, "is damaged: " + why);
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (read.hasRemaining()) {
            if (channel.read(read, at + read.position()) < 0) {
                throw new EOFException("ends too early");
            }
        }
        return read.flip();
    }

    /** The content, unpacked; how long it is shows only then. Several may be read at once. */
    InputStream open(Entry entry) {
        InputStream packed = new Part(entry.dataAt(), entry.packedBytes(), entry.method() == DEFLATED);
        return entry.method() == STORED
                ? packed
                : new InflaterInputStream(packed, new Inflater(true), 1 << 13) {
                    @Override
                    public void close() throws IOException {
                        inf.end();
                        super.close();
                    }
                };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A piece of the file. The JDK's inflater wants one byte more than there is. */
    private final class Part extends InputStream {
        private long at;
        private final long end;
        private boolean oneMore;

        private Part(long at, long length, boolean oneMore) {
            this.at = at;
            this.end = at + length;
            this.oneMore = oneMore;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (at >= end) {
                boolean last = oneMore;
                oneMore = false;
                to[offset] = 0;
                return last ? 1 : -1;
            }
            int read = channel.read(ByteBuffer.wrap(to, offset, (int) Math.min(length, end - at)), at);
            if (read < 0) {
                throw new EOFException("ends too early");
            }
            at += read;
            return read;
        }
    }
}
