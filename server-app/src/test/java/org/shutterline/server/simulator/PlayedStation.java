package org.shutterline.server.simulator;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** What a station replies; its results tell their own number as their value. Every fifth part is bad. */
final class PlayedStation {
    private String job = "plate";
    private long lastId;
    private long finishedId;

    /** While the last trigger has no result. */
    boolean isBusy() {
        return lastId > finishedId;
    }

    long lastId() {
        return lastId;
    }

    Reply reply(Command command) {
        if (command instanceof Command.LogInHere login) {
            return login.verdict();
        }
        if (command instanceof Command.Trigger) {
            return isBusy() ? new Reply.Refused(Code.STATION_BUSY) : new Reply.Accepted(++lastId, false);
        }
        if (command instanceof Command.LastResult) {
            return finishedId == 0 ? new Reply.Refused(Code.NO_SUCH_RESULT) : new Reply.Found(result(finishedId));
        }
        if (command instanceof Command.AskStatus) {
            return new Reply.Status(new StationStatus(1, StationState.READY, job, finishedId, 0, 0, 0, 0, ""));
        }
        if (command instanceof Command.AskJob) {
            return new Reply.JobOf(job);
        }
        if (command instanceof Command.ChangeJob change) {
            job = change.job();
            return new Reply.JobChanged(job, 1);
        }
        return command instanceof Command.ListStations ? new Reply.Stations(List.of(1)) : new Reply.Done();
    }

    InspectionResult finish(long id) {
        finishedId = id;
        return result(id);
    }

    private static InspectionResult result(long id) {
        Verdict verdict = id % 5 == 0 ? Verdict.NG : Verdict.OK;
        Measurement number = new Measurement(
                "number",
                new Value.Decimal(id, 1),
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                verdict,
                "");
        return new InspectionResult(
                id,
                1,
                "plate",
                OffsetDateTime.parse("2026-11-23T12:00:00Z"),
                3,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                Optional.empty(),
                "",
                List.of(number),
                PictureState.NOT_KEPT);
    }
}
