package org.shutterline.server.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A storage that says what it is told to. */
public final class ScriptedStorage implements StorageSource {
    final List<String> asked = new ArrayList<>();
    List<String> damage = List.of();
    Optional<String> refusal = Optional.empty();

    @Override
    public StorageFacts facts() {
        return new StorageFacts(
                Path.of("/home/station/shutterline"),
                48_211,
                12_300_000_000L,
                20_000_000_000L,
                0,
                90,
                212_400_000_000L,
                1_000_000_000L,
                0,
                Optional.empty(),
                Optional.empty(),
                damage);
    }

    @Override
    public Kept backup(Path file) throws IOException {
        return done("backup " + file);
    }

    @Override
    public Kept stage(Path file) throws IOException {
        return done("stage " + file);
    }

    private Kept done(String what) throws IOException {
        asked.add(what);
        if (refusal.isPresent()) {
            throw new IOException(refusal.get());
        }
        return new Kept(61_004, 48_211);
    }

    @Override
    public void giveUp() {
        asked.add("give up");
    }

    @Override
    public List<String> verify() {
        asked.add("verify");
        return damage;
    }
}
