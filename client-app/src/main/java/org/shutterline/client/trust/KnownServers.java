package org.shutterline.client.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fingerprints of the servers that were connected to, in a file with one line for each: {@code 10.0.3.20:7502 AB:CD:...}.
 * Whoever takes a line out trusts what is seen there next. Safe for any thread; blocks on the disk.
 */
public final class KnownServers {
    /** In the client's folder. */
    public static final String FILE = "known-servers";

    private final Path file;

    /** @param folder the client's */
    public KnownServers(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** Where they are kept. */
    public Path file() {
        return file;
    }

    synchronized Optional<String> find(String address) {
        return Optional.ofNullable(read().get(address));
    }

    /** @throws UncheckedIOException if it cannot be kept */
    synchronized void remember(String address, String fingerprint) {
        Map<String, String> all = read();
        all.put(address, fingerprint);
        String text = all.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(FILE + ".new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        }
    }

    private Map<String, String> read() {
        Map<String, String> all = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    all.put(line.substring(0, blank), line.substring(blank + 1).strip());
                }
            }
            return all;
        } catch (NoSuchFileException first) {
            return all;
        } catch (IOException unreadable) {
            // to trust anybody because a file cannot be read would be the wrong way round
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
