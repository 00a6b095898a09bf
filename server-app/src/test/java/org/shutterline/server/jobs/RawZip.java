package org.shutterline.server.jobs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip file byte by byte, so that it can be as wrong as nobody else would write it. */
final class RawZip {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<byte[]> listed = new ArrayList<>();
    private int attributes;
    private int flags = 0x0800;
    private int made = 3 << 8 | 20;
    private int sizeSaid = Integer.MIN_VALUE;

    /** Unix mode in the upper half, as the directory will say of the next ones. */
    RawZip attributes(int wanted) {
        attributes = wanted;
        return this;
    }

    RawZip flags(int wanted) {
        flags = wanted;
        return this;
    }

    /** A lie about the unpacked size of the next ones. */
    RawZip sizeSaid(int wanted) {
        sizeSaid = wanted;
        return this;
    }

    RawZip add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    RawZip add(String name, byte[] content) {
        return add(name, name, content);
    }

    RawZip add(String localName, String listedName, byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(content);
        int at = file.size();
        byte[] local = localName.getBytes(StandardCharsets.UTF_8);
        file.writeBytes(header(30, 0x04034b50, 4, crc, packed.size(), content.length, local.length)
                .array());
        file.writeBytes(local);
        file.writeBytes(packed.toByteArray());
        byte[] name = listedName.getBytes(StandardCharsets.UTF_8);
        ByteBuffer entry = header(46, 0x02014b50, 6, crc, packed.size(), content.length, name.length);
        entry.putShort(4, (short) made).putInt(38, attributes).putInt(42, at);
        listed.add(entry.array());
        listed.add(name);
        return this;
    }

    private ByteBuffer header(int length, int sign, int from, CRC32 crc, int packed, int size, int name) {
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, sign).putShort(from, (short) 20).putShort(from + 2, (short) flags);
        header.putShort(from + 4, (short) 8)
                .putInt(from + 10, (int) crc.getValue())
                .putInt(from + 14, packed);
        header.putInt(from + 18, sizeSaid == Integer.MIN_VALUE ? size : sizeSaid)
                .putShort(from + 22, (short) name);
        return header;
    }

    byte[] bytes() {
        int at = file.size();
        listed.forEach(file::writeBytes);
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0, 0x06054b50).putShort(8, (short) (listed.size() / 2)).putShort(10, (short) (listed.size() / 2));
        end.putInt(12, file.size() - at).putInt(16, at);
        file.writeBytes(end.array());
        return file.toByteArray();
    }
}
