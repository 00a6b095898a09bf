package org.shutterline.protocol.dialect.plain;

import java.util.List;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationStatus;

/** A line of the server, read in either format. Each method throws {@link NotOurs} if the line does not say this. */
interface Heard {
    boolean isEvent();

    /** The name of the event, or the echo of the request; empty for a line that the server could not read. */
    String name();

    boolean isRefused();

    Reply.Refused refused();

    /** It says OK and nothing that matters. */
    void done();

    /** @param station for a line that does not name it */
    InspectionResult result(int station);

    Reply.AllJudged allJudged();

    /** @param station for a line that does not name it */
    StationStatus status(int station);

    StationStatus statusEvent();

    InspectionResult resultEvent();

    int count();

    PictureHead image();

    PictureHead frame();

    Detail detail();

    Reply.TimesOf timesOf();

    Reply.HealthOf healthOf();

    Reply.JobOf jobOf();

    Reply.JobChanged jobChanged();

    List<String> jobs();

    List<Integer> stations();

    Reply.ParameterOf parameterOf();

    Product hello();

    /** What a login gave. */
    Role role();
}
