package org.shutterline.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.shutterline.server.access.Act;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.ArchiveHealth;
import org.shutterline.server.archive.PictureRoom;
import org.shutterline.server.archive.Trouble;
import org.shutterline.server.backup.Backup;
import org.shutterline.server.backup.Restore;
import org.shutterline.server.storage.StorageFacts;
import org.shutterline.server.storage.StorageSource;

/** The storage as the window shows it. */
record WindowStorage(Archive archive, Path data, Path settings, PictureRoom room, WindowSeat seat)
        implements StorageSource {
    @Override
    public StorageFacts facts() {
        ArchiveHealth health = archive.health();
        return new StorageFacts(
                data,
                health.use().pictures(),
                health.use().bytes(),
                room.quotaBytes(),
                room.mostPictures(),
                room.mostDays(),
                data.toFile().getUsableSpace(),
                room.freeBytes(),
                health.lostPictures(),
                health.fault().map(Trouble::why),
                health.reserveUsed().map(Trouble::why),
                health.damage().stream().map(Trouble::why).toList());
    }

    @Override
    public Kept backup(Path file) throws IOException {
        seat.does(Act.STORE, "backup to " + file.getFileName());
        Backup made = Backup.write(data, settings, file, Clock.systemUTC());
        return new Kept(made.results(), made.pictures());
    }

    @Override
    public Kept stage(Path file) throws IOException {
        seat.does(Act.STORE, "backup " + file.getFileName() + " to be restored");
        Restore.Staged staged = Restore.stage(data, file);
        return new Kept(staged.results(), staged.pictures());
    }

    @Override
    public void giveUp() throws IOException {
        seat.does(Act.STORE, "restore to be given up");
        Restore.giveUp(data);
    }

    @Override
    public List<String> verify() {
        return StoreCheck.of(data, settings).damage();
    }
}
