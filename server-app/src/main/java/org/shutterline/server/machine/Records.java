package org.shutterline.server.machine;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;

/** What was kept, as commands ask for it. Each call blocks for the time of a look-up. Safe for all threads. */
public interface Records {
    Optional<InspectionResult> find(long id);

    Optional<Detail> detail(long id);

    /** The results of a station above an id, ascending. */
    List<InspectionResult> since(int station, long after, int most);

    Optional<InspectionResult> last(int station);

    /** PictureOf, or Refused with 14 or 15. */
    Reply picture(long id, PictureFormat format, PictureView view);
}
