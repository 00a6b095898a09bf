package org.shutterline.protocol.dialect.plain;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Verdict;

/** How replies and events are written, each as one line without its end. The echo repeats the request's first field. */
interface Spelling {
    String refused(String echo, Code code, String text);

    /** @param repeated the result is one that was stored before */
    String result(String echo, InspectionResult result, boolean repeated);

    String allJudged(String echo, Verdict verdict, List<Reply.Outcome> outcomes);

    String done(String echo);

    String status(String echo, StationStatus status);

    String since(String echo, int count);

    /** The line before the bytes of a picture. */
    String image(String echo, long id, Picture picture, int length);

    String detail(String echo, Detail detail);

    String timesOf(String echo, Reply.TimesOf times);

    String healthOf(String echo, Reply.HealthOf health);

    String jobOf(String echo, String job);

    String jobChanged(String echo, String job, double ms);

    String jobs(String echo, List<String> names);

    String stations(String echo, List<Integer> numbers);

    String parameterOf(String echo, Reply.ParameterOf parameter);

    String help(String echo, List<String> verbs);

    String hello(String echo, Product product);

    String loggedIn(String echo, Role role);

    String ping(String echo, Optional<String> text);

    String resultEvent(InspectionResult result);

    /** @param status its state is not BUSY */
    String statusEvent(StationStatus status);

    /** The line before the bytes of a live picture. */
    String frameEvent(int station, Picture picture, int length);
}
