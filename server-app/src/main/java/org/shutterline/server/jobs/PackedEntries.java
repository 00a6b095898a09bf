package org.shutterline.server.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.shutterline.server.settings.YamlFile;

/**
 * What is packed in a job's file, by name: no name leads out of it, none is there twice, and nothing is unpacked further than
 * is allowed. Used by one thread.
 */
final class PackedEntries implements AutoCloseable {
    static final String YAML = "job.yaml";
    static final String FILES = "files/";

    private final String label;
    private final ZipDirectory zip;
    private final Map<String, ZipDirectory.Entry> byName = new LinkedHashMap<>();

    private PackedEntries(ZipDirectory zip, String label) throws JobRefused {
        this.zip = zip;
        this.label = label;
        nameEntries();
    }

    /** @param label how messages call the file */
    static PackedEntries open(Path file, String label, int mostEntries) throws JobRefused, IOException {
        ZipDirectory zip = ZipDirectory.open(file, label, mostEntries);
        try {
            return new PackedEntries(zip, label);
        } catch (JobRefused | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    /** How messages call an entry. */
    String what(String entry) {
        return label + ", " + Visible.of(entry);
    }

    private void nameEntries() throws JobRefused {
        Set<String> seen = new HashSet<>();
        for (ZipDirectory.Entry entry : zip.entries()) {
            Optional<String> whyNot = whyNot(entry.name());
            if (whyNot.isPresent()) {
                throw new JobRefused(what(entry.name()), whyNot.get());
            }
            if (!seen.add(
                    Normalizer.normalize(entry.name(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
                throw new JobRefused(
                        what(entry.name()),
                        "is there twice, but for capital letters at most, expected different names");
            }
            byName.put(entry.name(), entry);
        }
    }

    private static Optional<String> whyNot(String name) {
        if (name.equals(Manifest.ENTRY) || name.equals(YAML)) {
            return Optional.empty();
        }
        String expected = ", expected " + Manifest.ENTRY + ", " + YAML + " or " + FILES + "NAME";
        if (name.contains("\\") || name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            return Optional.of("leads to another folder or drive" + expected);
        }
        if (List.of(name.split("/")).contains("..")) {
            return Optional.of("leads out of its folder" + expected);
        }
        return name.startsWith(FILES)
                ? JobName.whyNot(name.substring(FILES.length()))
                : Optional.of("is no part of a job" + expected);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    private ZipDirectory.Entry entry(String name) throws JobRefused {
        ZipDirectory.Entry entry = byName.get(name);
        if (entry == null) {
            throw new JobRefused(what(name), "is missing, expected an exported job");
        }
        return entry;
    }

    void mustHave(String name) throws JobRefused {
        entry(name);
    }

    /** All of one that is read by people. */
    byte[] text(String name) throws JobRefused {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        unpack(entry(name), YamlFile.MOST_BYTES, (piece, length) -> bytes.write(piece, 0, length));
        return bytes.toByteArray();
    }

    /** The hash of what comes out of one, in hex digits. */
    String sha256(String name, long mostBytes) throws JobRefused {
        Hash hash = new Hash();
        unpack(entry(name), mostBytes, hash::add);
        return hash.hex();
    }

    @FunctionalInterface
    private interface Taker {
        void take(byte[] piece, int length);
    }

    /** Counts what really comes out, whatever the directory says. */
    private void unpack(ZipDirectory.Entry entry, long most, Taker taker) throws JobRefused {
        CRC32 crc = new CRC32();
        byte[] piece = new byte[1 << 14];
        long all = 0;
        try (InputStream stream = zip.open(entry)) {
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                all += read;
                if (all > most) {
                    throw new JobRefused(what(entry.name()), "unpacks to more than " + most + " bytes");
                }
                crc.update(piece, 0, read);
                taker.take(piece, read);
            }
        } catch (IOException damaged) {
            throw new JobRefused(what(entry.name()), "is damaged: " + damaged.getMessage());
        }
        if ((int) crc.getValue() != entry.crc()) {
            throw new JobRefused(what(entry.name()), "is damaged: its check sum is wrong");
        }
    }

    /** One of those that are there, read each time it is opened; so it is done with before this is closed. */
    JobFile file(String name, Manifest.Listed listed) {
        return JobFile.from(() -> zip.open(byName.get(name)), listed.sha256(), listed.bytes());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
