package org.shutterline.client.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the settings and the one before it. A power cut leaves the old or the new file, never half of one; a file
 * that cannot be read is kept beside the others, and the one before it counts. Used by one thread at a time.
 */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final long MOST_BYTES = 1024 * 1024;

    private final Path file;
    private final Path before;
    private final Path damaged;

    /** @param folder is made when the first settings are written */
    public SettingsFile(Path folder) {
        this.file = folder.resolve("client.yaml");
        this.before = folder.resolve("client.before.yaml");
        this.damaged = folder.resolve("client.damaged.yaml");
    }

    /**
     * @param settings what counts
     * @param damage what was wrong with the file, if anything: place, key and what was expected
     */
    public record Loaded(ClientSettings settings, Optional<String> damage) {}

    /** Reads what was remembered last. */
    public Loaded load() {
        try {
            return new Loaded(read(file), Optional.empty());
        } catch (NoSuchFileException first) {
            // the one before it counts if a power cut fell between two renames
            return new Loaded(readBefore(), Optional.empty());
        } catch (IOException | BadSetting wrong) {
            LOG.warn("The settings cannot be read, the ones before count: {}", wrong.getMessage());
            keepDamaged();
            return new Loaded(readBefore(), Optional.of(wrong.getMessage()));
        }
    }

    private ClientSettings readBefore() {
        try {
            return read(before);
        } catch (NoSuchFileException first) {
            return ClientSettings.FIRST;
        } catch (IOException | BadSetting wrong) {
            LOG.warn("The settings before cannot be read either: {}", wrong.getMessage());
            return ClientSettings.FIRST;
        }
    }

    private static ClientSettings read(Path from) throws IOException {
        String place = from.getFileName().toString();
        if (Files.size(from) > MOST_BYTES) {
            throw new BadSetting(place, "expected settings of at most 1 MiB");
        }
        try {
            return SettingsText.read(Files.readString(from), place);
        } catch (CharacterCodingException damage) {
            throw new BadSetting(place, "expected text in UTF-8");
        }
    }

    private void keepDamaged() {
        try {
            Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stuck) {
            LOG.warn("The damaged settings stay where they are: {}", stuck.toString());
        }
    }

    /** @throws IOException if it is not safely on the disk; the old file is still there */
    public void save(ClientSettings settings) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = folder.resolve("client.new.yaml");
        write(fresh, SettingsText.write(settings));
        if (Files.exists(file)) {
            Files.move(file, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path to, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
