package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk whose power goes off at one step: that step is not done, or a new file is left half. */
final class CutDisk extends Disk {
    private int stepsLeft;

    CutDisk(int steps) {
        this.stepsLeft = steps;
    }

    /** Not everything was done. */
    boolean isCut() {
        return stepsLeft < 0;
    }

    /** Nothing more is done afterwards. */
    private boolean cuts() {
        return --stepsLeft < 0;
    }

    private static IOException off() {
        return new IOException("the power went off");
    }

    @Override
    void folder(Path folder) throws IOException {
        if (cuts()) {
            throw off();
        }
        super.folder(folder);
    }

    @Override
    void create(Path file, JobFile content) throws IOException {
        if (isCut()) {
            throw off();
        }
        if (cuts()) {
            try (InputStream stream = content.open()) {
                Files.write(file, stream.readNBytes((int) (content.bytes() / 2)));
            } catch (IOException itsFolderIsNotThere) {
                throw off();
            }
            throw off();
        }
        super.create(file, content);
    }

    @Override
    boolean link(Path existing, Path fresh) throws IOException {
        if (cuts()) {
            throw off();
        }
        return super.link(existing, fresh);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        if (cuts()) {
            throw off();
        }
        super.move(from, to);
    }

    @Override
    void deleteOne(Path file) throws IOException {
        if (cuts()) {
            throw off();
        }
        super.deleteOne(file);
    }
}
