package org.shutterline.server.backup;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.shutterline.server.archive.OwnersFolder;
import org.shutterline.server.archive.ResultsCopy;

/**
 * A backup that is opened to be restored. Names and sizes of all entries are checked before anything is unpacked, and each
 * entry's length and hash while it is.
 */
final class BackupFile implements AutoCloseable {
    private static final long MOST_MANIFEST_BYTES = 64L << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip) throws IOException {
        this.zip = zip;
        nameEntries();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        unpack(BackupNames.MANIFEST, json, MOST_MANIFEST_BYTES);
        this.manifest = BackupManifest.read(json.toByteArray());
        checkList();
    }

    /** @throws BackupRefused if it is no backup, or made to harm; the message names the entry */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused(file + ": there is no such file");
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(zip);
            } catch (IOException | RuntimeException bad) {
                zip.close();
                throw bad;
            }
        } catch (BackupRefused refused) {
            throw new BackupRefused(file.getFileName() + ": " + refused.getMessage(), refused);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new BackupRefused(
                    file.getFileName() + ": is no zip file, or damaged: " + damaged.getMessage(), damaged);
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    private void nameEntries() throws BackupRefused {
        Set<String> seen = new HashSet<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            Optional<String> whyNot = BackupNames.whyNot(name);
            if (whyNot.isPresent()) {
                throw new BackupRefused(BackupNames.visible(name) + " " + whyNot.get());
            }
            if (!seen.add(Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
                throw new BackupRefused(BackupNames.visible(name) + " is there twice, but for capital letters at most");
            }
            entries.put(name, entry);
        }
    }

    /** Pictures are listed by the results, all else by the manifest. */
    private void checkList() throws BackupRefused {
        for (String name : new String[] {BackupNames.RESULTS, BackupNames.SETTINGS}) {
            if (!manifest.files().containsKey(name)) {
                throw new BackupRefused(name + " is missing");
            }
        }
        for (String name : manifest.files().keySet()) {
            if (!entries.containsKey(name)) {
                throw new BackupRefused(BackupNames.visible(name) + " is missing, though the manifest lists it");
            }
        }
        for (String name : entries.keySet()) {
            boolean listed = name.equals(BackupNames.MANIFEST)
                    || name.startsWith(BackupNames.PICTURES + "/")
                    || manifest.files().containsKey(name);
            if (!listed) {
                throw new BackupRefused(BackupNames.visible(name) + " is not in the manifest");
            }
        }
    }

    /** How much all of it takes, as it says itself; no more than that is ever unpacked. */
    long bytes() {
        LongStream listed = manifest.files().values().stream().mapToLong(BackupManifest.Listed::bytes);
        LongStream pictures = entries.values().stream()
                .filter(entry -> entry.getName().startsWith(BackupNames.PICTURES + "/"))
                .mapToLong(entry -> Math.max(0, entry.getSize()));
        // a sum that goes over is too much, and not less than nothing
        return LongStream.concat(listed, pictures)
                .reduce(0, (sum, more) -> sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more);
    }

    /** Unpacks what the manifest lists. */
    void unpackListed(String name, Path folder) throws IOException {
        BackupManifest.Listed listed = manifest.files().get(name);
        Hashed hashed = unpack(name, folder, listed.bytes());
        if (hashed.bytes() != listed.bytes() || !hashed.sha256().equals(listed.sha256())) {
            throw new BackupRefused(BackupNames.visible(name) + " is damaged: it is not what the manifest says");
        }
    }

    /** Unpacks the picture that the results name. */
    void unpackPicture(ResultsCopy.Kept kept, Path folder) throws IOException {
        String name = BackupNames.PICTURES + "/" + kept.file();
        ZipEntry entry = entries.get(name);
        if (entry != null && entry.getSize() != kept.bytes()) {
            throw new BackupRefused(BackupNames.visible(name) + " is damaged: it says that it has " + entry.getSize()
                    + " bytes, the results say " + kept.bytes());
        }
        Hashed hashed = unpack(name, folder, kept.bytes());
        if (!hashed.sha256().equals(kept.sha256())) {
            throw new BackupRefused(BackupNames.visible(name) + " is damaged: it is not what the results say");
        }
    }

    private Hashed unpack(String name, Path folder, long most) throws IOException {
        if (BackupNames.whyNot(name).isPresent()) {
            throw new BackupRefused(
                    BackupNames.visible(name) + " " + BackupNames.whyNot(name).get());
        }
        Path to = folder.resolve(name);
        OwnersFolder.make(to.getParent());
        try (OutputStream stream = Tree.newForOwner(to)) {
            return unpack(name, stream, most);
        }
    }

    private Hashed unpack(String name, OutputStream to, long most) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new BackupRefused(BackupNames.visible(name) + " is missing");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Hashed.copy(in, to, most);
        } catch (BackupRefused tooLong) {
            throw new BackupRefused(BackupNames.visible(name) + " " + tooLong.getMessage(), tooLong);
        } catch (EOFException cut) {
            throw new BackupRefused(BackupNames.visible(name) + " is damaged: it is cut off", cut);
        } catch (java.util.zip.ZipException damaged) {
            throw new BackupRefused(BackupNames.visible(name) + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
