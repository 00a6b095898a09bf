package org.shutterline.server.editor;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.shutterline.protocol.message.PlainPicture;

/** Pictures that are of no result. */
final class Pictures {
    private Pictures() {}

    /** One that was taken for the editor now. */
    static Picture taken(PlainPicture pixels, int station) {
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME);
        return new Picture(pixels, 0, station + ", " + time, Optional.empty(), OffsetDateTime.now(), Optional.empty());
    }
}
