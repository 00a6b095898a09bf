package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.PictureFile;

/** Pictures one after the other, read when they are wanted. Used by one thread at a time. */
interface Album {
    int size();

    /** @throws IOException if this one cannot be had, in words that follow its name */
    Picture at(int index) throws IOException;

    String name(int index);

    /** How many pictures are there that it does not have, since they would be too many. */
    default int leftOut() {
        return 0;
    }

    /**
     * The pictures of results.
     *
     * @param said what people said of some of them, by id
     */
    static Album of(List<InspectionResult> results, Map<Long, Verdict> said, Workshop workshop) {
        return new Album() {
            @Override
            public int size() {
                return results.size();
            }

            @Override
            public String name(int index) {
                return "#" + results.get(index).id();
            }

            @Override
            public Picture at(int index) throws IOException {
                InspectionResult result = results.get(index);
                return picture(result, Optional.ofNullable(said.get(result.id())), workshop);
            }
        };
    }

    /** That of one result. */
    static Picture picture(InspectionResult result, Optional<Verdict> label, Workshop workshop) throws IOException {
        PlainPicture pixels =
                workshop.picture(result.id()).orElseThrow(() -> new IOException("its picture is not kept"));
        LocalTime time = result.time().toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return new Picture(
                pixels,
                result.id(),
                "#" + result.id() + ", " + time.format(DateTimeFormatter.ISO_LOCAL_TIME) + ", " + result.verdict(),
                result.part(),
                result.time(),
                label);
    }

    /** The pictures of a folder and of the folders below it. */
    static Album of(Path folder) throws IOException {
        return FolderAlbum.of(folder, Labels.MOST);
    }

    /** One file. */
    static Picture file(Path file, String name, Optional<Verdict> label) throws IOException {
        try (PictureFile picture = PictureFile.open(file)) {
            PlainPicture pixels = PlainPicture.of(
                    picture.format().word(), picture.widthPx(), picture.heightPx(), picture.pixels(picture.format()));
            return new Picture(pixels, 0, name, Optional.empty(), OffsetDateTime.now(), label);
        }
    }
}
