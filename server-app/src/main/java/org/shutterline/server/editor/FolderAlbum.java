package org.shutterline.server.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Verdict;

/**
 * The pictures of a folder and of the folders below it, by their paths. Of too many some are left out, so that good and bad ones
 * are still there.
 */
final class FolderAlbum implements Album {
    private record Labelled(Path file, Optional<Verdict> label) {}

    private final Path folder;
    private final List<Labelled> pictures;
    private final int leftOut;

    private FolderAlbum(Path folder, List<Labelled> pictures, int leftOut) {
        this.folder = folder;
        this.pictures = pictures;
        this.leftOut = leftOut;
    }

    /** @param most pictures that are taken */
    static FolderAlbum of(Path folder, int most) throws IOException {
        Map<String, Verdict> listed = Labels.read(folder.resolve("labels.csv"));
        List<Labelled> all = files(folder).stream()
                .map(file -> new Labelled(file, label(folder, file, listed)))
                .toList();
        List<Labelled> taken = FairShare.of(all, Labelled::label, most);
        return new FolderAlbum(folder, taken, all.size() - taken.size());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 3)) {
            return all.filter(Files::isRegularFile)
                    .filter(FolderAlbum::isPicture)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff").anyMatch(name::endsWith);
    }

    /** By a folder, else by the list: there two files of one name in different folders are told apart by their paths. */
    private static Optional<Verdict> label(Path folder, Path file, Map<String, Verdict> listed) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return Labels.ofFolder(folder, file)
                .or(() -> Optional.ofNullable(listed.get(path)))
                .or(() -> Optional.ofNullable(listed.get(String.valueOf(file.getFileName()))));
    }

    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public int leftOut() {
        return leftOut;
    }

    @Override
    public String name(int index) {
        return folder.relativize(pictures.get(index).file()).toString();
    }

    @Override
    public Picture at(int index) throws IOException {
        Labelled one = pictures.get(index);
        return Album.file(one.file(), name(index), one.label());
    }
}
