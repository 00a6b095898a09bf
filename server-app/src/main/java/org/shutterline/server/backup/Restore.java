package org.shutterline.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.server.archive.OwnersFolder;
import org.shutterline.server.archive.ResultsCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a backup in, in two steps. {@link #stage} unpacks and checks it beside the store, which may be at work; {@link
 * #finish} exchanges the two, before the store is opened. Cut off in the first step, the old store is left; in the second,
 * the next start goes on with it. What was there before is kept in a folder beside it.
 */
public final class Restore {
    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

    static final String STAGED = "restore.new";
    /** There when all is unpacked, checked and on the disk. */
    static final String READY = "ready";
    /** There when the ids are settled; holds the name of the folder for what was there before. */
    static final String EXCHANGE = "exchange";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    /** What stays free when all is unpacked. */
    private static final long LEAST_FREE = 100_000_000;

    private Restore() {}

    /**
     * What is to be taken in.
     *
     * @param made when the backup was made, in ISO 8601
     */
    public record Staged(String made, long results, long pictures) {}

    /** @param before where the store is now that was there before */
    public record Done(long results, long nextId, Path before) {}

    /**
     * Unpacks a backup beside the store and checks all of it.
     *
     * @throws BackupRefused or another {@link IOException} if it cannot be taken in, naming the entry; nothing is left of it
     */
    public static Staged stage(Path data, Path backup) throws IOException {
        Path staged = data.resolve(STAGED);
        if (Files.exists(staged.resolve(EXCHANGE))) {
            throw new BackupRefused("a restore is under way already; the next start ends it");
        }
        try (BackupFile file = BackupFile.open(backup)) {
            refuseLarge(file, data);
            Tree.delete(staged);
            OwnersFolder.make(staged);
            Staged found = unpack(file, staged);
            Tree.force(staged);
            Files.createFile(staged.resolve(READY));
            Tree.forceFolder(staged);
            return found;
        } catch (IOException | RuntimeException bad) {
            Tree.delete(staged);
            throw bad;
        }
    }

    private static void refuseLarge(BackupFile file, Path data) throws IOException {
        long room = data.toFile().getUsableSpace();
        if (file.bytes() > room - LEAST_FREE) {
            throw new BackupRefused("needs " + file.bytes() / 1_000_000 + " MB, the disk has room for "
                    + Math.max(0, room - LEAST_FREE) / 1_000_000 + " MB");
        }
    }

    private static Staged unpack(BackupFile file, Path staged) throws IOException {
        List<String> folders = new ArrayList<>(BackupNames.FOLDERS);
        folders.add(BackupNames.PICTURES);
        for (String folder : folders) {
            OwnersFolder.make(staged.resolve(folder));
        }
        for (String name : file.manifest().files().keySet()) {
            file.unpackListed(name, staged);
        }
        try (ResultsCopy results = ResultsCopy.open(staged)) {
            results.check();
            List<ResultsCopy.Kept> pictures = results.pictures();
            for (ResultsCopy.Kept picture : pictures) {
                file.unpackPicture(picture, staged);
            }
            return new Staged(file.manifest().made(), results.results(), pictures.size());
        }
    }

    /** Gives up what was staged. */
    public static void giveUp(Path data) throws IOException {
        if (!Files.exists(data.resolve(STAGED).resolve(EXCHANGE))) {
            Tree.delete(data.resolve(STAGED));
        }
    }

    /**
     * Puts what was staged in the place of the store, or ends an exchange that was cut off. The caller holds the folder, and
     * nothing of the store is open.
     */
    public static Optional<Done> finish(Path data, Clock clock) throws IOException {
        Path staged = data.resolve(STAGED);
        if (!Files.exists(staged)) {
            return Optional.empty();
        }
        if (!Files.exists(staged.resolve(READY)) && !Files.exists(staged.resolve(EXCHANGE))) {
            LOG.warn("a restore was cut off before it was whole; the store is as it was");
            Tree.delete(staged);
            return Optional.empty();
        }
        if (!Files.exists(staged.resolve(EXCHANGE))) {
            settleIds(data, staged);
            begin(data, staged, clock);
        }
        return Optional.of(exchange(data, staged));
    }

    /** No id is given twice: neither one that the backup knows, nor one that was given since. */
    private static void settleIds(Path data, Path staged) throws IOException {
        try (ResultsCopy results = ResultsCopy.open(staged)) {
            results.goOnFarAbove(Math.max(results.highestId(), ResultsCopy.highestIdIn(data)));
        }
        Tree.force(staged);
    }

    private static void begin(Path data, Path staged, Clock clock) throws IOException {
        String name = "before-restore-" + TIME.format(LocalDateTime.now(clock));
        Path before = data.resolve(name);
        for (int more = 2; Files.exists(before); more++) {
            before = data.resolve(name + "-" + more);
        }
        OwnersFolder.make(before);
        Path fresh = staged.resolve(EXCHANGE + ".tmp");
        Files.writeString(fresh, before.getFileName().toString(), StandardOpenOption.CREATE);
        Tree.force(staged);
        Files.move(fresh, staged.resolve(EXCHANGE), StandardCopyOption.ATOMIC_MOVE);
        Tree.forceFolder(staged);
        Tree.forceFolder(data);
        Files.delete(staged.resolve(READY));
    }

    private static Done exchange(Path data, Path staged) throws IOException {
        Path before = data.resolve(Files.readString(staged.resolve(EXCHANGE)));
        if (Files.exists(staged.resolve(BackupNames.RESULTS))) {
            // these belong to the old results, until the new ones are there
            for (String beside : List.of("results.db-wal", "results.db-shm", "results.tail")) {
                moveIfThere(data.resolve(beside), before.resolve(beside));
            }
        }
        List<String> all = new ArrayList<>(BackupNames.FOLDERS);
        // a backup without users or a key leaves those that are there
        all.addAll(List.of(BackupNames.USERS, BackupNames.TLS));
        all.addAll(List.of(BackupNames.PICTURES, BackupNames.SETTINGS, BackupNames.RESULTS));
        for (String item : all) {
            if (Files.exists(staged.resolve(item))) {
                moveIfThere(data.resolve(item), before.resolve(item));
                Files.move(staged.resolve(item), data.resolve(item), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Tree.forceFolder(before);
        Tree.forceFolder(data);
        Done done;
        try (ResultsCopy results = ResultsCopy.open(data)) {
            done = new Done(results.results(), results.highestId() + 1, before);
        }
        Tree.delete(staged);
        return done;
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
