package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.LoggerFactory;

/** The single steps of which every change is made. A power cut falls between two of them, or leaves a new file half. */
class Disk {
    /** Makes the folder and those above it. */
    void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /**
     * Writes a new file and forces it to the disk.
     *
     * @throws IOException also if the content is no longer what its hash says
     */
    void create(Path file, JobFile content) throws IOException {
        Hash hash = new Hash();
        try (InputStream from = content.open();
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            OutputStream to = Channels.newOutputStream(channel);
            byte[] piece = new byte[1 << 16];
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                hash.add(piece, read);
                to.write(piece, 0, read);
            }
            channel.force(true);
        }
        if (!hash.hex().equals(content.sha256())) {
            throw new IOException(file.getFileName() + " changed while it was read");
        }
    }

    /** Gives a file that never changes a second name; false if this system cannot. */
    boolean link(Path existing, Path fresh) throws IOException {
        try {
            Files.createLink(fresh, existing);
            return true;
        } catch (UnsupportedOperationException | IOException notHere) {
            return false;
        }
    }

    /** Gives a file or folder another name in one go, in place of a file of that name. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        force(to.toAbsolutePath().getParent());
    }

    /** Deletes one file or empty folder. */
    void deleteOne(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Writes it beside, then takes its name: the old one or the new one. */
    final void replace(Path file, JobFile content) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        create(fresh, content);
        move(fresh, file);
    }

    /** Deletes a folder with all that is in it; links are not followed. */
    final void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                deleteOne(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException failed) throws IOException {
                deleteOne(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** On Linux and macOS a name is durable when its folder is; Windows cannot open folders and needs none of it. */
    final void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            LoggerFactory.getLogger(Disk.class).debug("folder {} cannot be forced", folder);
        }
    }
}
