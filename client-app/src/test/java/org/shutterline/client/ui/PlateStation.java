package org.shutterline.client.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.shutterline.client.operator.Samples;
import org.shutterline.look.PlatePicture;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** A station that has judged plates all morning; answers a scripted link. */
final class PlateStation implements Function<Command, Optional<Reply>> {
    static final long FIRST_ID = 993;
    static final long LAST_ID = 1042;
    private static final long NG_ID = 1037;
    private static final int LATELY = 30;

    private final List<InspectionResult> results = new ArrayList<>();
    private final List<InspectionResult> stored = new CopyOnWriteArrayList<>();
    private final StationState state;
    private final boolean longTexts;
    private Verdict last = Verdict.OK;

    PlateStation(StationState state, boolean longTexts) {
        this.state = state;
        this.longTexts = longTexts;
        Random spread = new Random(3);
        for (long id = FIRST_ID; id <= LAST_ID; id++) {
            results.add(result(id, id == NG_ID ? Verdict.NG : Verdict.OK, 5.01 + spread.nextGaussian() * 0.022));
        }
        stored.addAll(results.subList(0, results.size() - LATELY));
    }

    /** It is asked for it from now on. */
    InspectionResult remember(InspectionResult result) {
        stored.add(result);
        return result;
    }

    InspectionResult next(Verdict verdict) {
        last = verdict;
        return result(LAST_ID + 1, verdict, 5.01);
    }

    private InspectionResult result(long id, Verdict verdict, double holeA) {
        boolean ng = verdict == Verdict.NG;
        String word = longTexts ? "Bohrung A oben links, Durchmesser" : "hole A";
        List<Measurement> values = verdict == Verdict.UNKNOWN
                ? List.of()
                : List.of(
                        number(word, ng ? 4.84 : holeA, 4.90, 5.10),
                        number("hole B", 3.21, 3.10, 3.30),
                        number("width", 12.01, 11.90, 12.10),
                        new Measurement(
                                "code",
                                new Value.Text(longTexts ? "ABC123-DEF456-GHI789-2026" : "ABC123"),
                                "",
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.of(longTexts ? "ABC123-DEF456-GHI789-2026" : "ABC123"),
                                Verdict.OK,
                                ""));
        String reason = ng ? "Hole A too small: 4.84 mm, limit 4.90" : verdict == Verdict.OK ? "" : "Camera away";
        return new InspectionResult(
                id,
                1,
                longTexts ? "Blechplatte-A-Revision-17-Nachtschicht" : "plate-A",
                Samples.START.plusSeconds(22 - (LAST_ID - id) * 3 / 2).plusNanos(417_000_000),
                ng ? 22.9 : 23.4,
                Optional.of((longTexts ? "CHARGE-2026-11-23-SERIENNUMMER-" : "SN-000") + (id - 919)),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(Code.CAMERA_FAILED) : Optional.empty(),
                reason,
                values,
                PictureState.STORED);
    }

    private static Measurement number(String name, double value, double low, double high) {
        boolean ok = value >= low && value <= high;
        return new Measurement(
                name,
                new Value.Decimal(value, 2),
                "mm",
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                Optional.empty(),
                ok ? Verdict.OK : Verdict.NG,
                ok ? "" : "too small");
    }

    private boolean good(long id) {
        return id != NG_ID && (id <= LAST_ID || last != Verdict.NG);
    }

    /** Those that come while somebody looks on, oldest first. */
    List<InspectionResult> lately() {
        return results.subList(results.size() - LATELY, results.size());
    }

    @Override
    public Optional<Reply> apply(Command command) {
        if (command instanceof Command.ListStations) {
            return Optional.of(new Reply.Stations(List.of(1)));
        }
        if (command instanceof Command.ListJobs) {
            return Optional.of(new Reply.Jobs(List.of(results.get(0).job())));
        }
        if (command instanceof Command.Subscribe) {
            return Optional.of(new Reply.Subscribed(List.of()));
        }
        if (command instanceof Command.AskStatus) {
            String job = results.get(0).job();
            return Optional.of(new Reply.Status(new StationStatus(
                    1, state, job, stored.get(stored.size() - 1).id(), 969, 1, 0, 0, "")));
        }
        if (command instanceof Command.ResultsSince since) {
            return Optional.of(new Reply.Results(stored.stream()
                    .filter(result -> result.id() > since.after())
                    .toList()));
        }
        if (command instanceof Command.FetchPicture fetch) {
            boolean good = good(fetch.id());
            return Optional.of(new Reply.PictureOf(
                    fetch.id(),
                    fetch.view() == PictureView.THUMBNAIL
                            ? PlatePicture.thumbnail(good, fetch.id())
                            : PlatePicture.source(good, fetch.id())));
        }
        if (command instanceof Command.FetchDetail fetch) {
            boolean good = good(fetch.id());
            return Optional.of(new Reply.DetailOf(new Detail(
                    results.get(0),
                    "4",
                    PlatePicture.marks(good, good ? "5.02 mm" : "4.84 mm"),
                    List.of(),
                    Map.of(),
                    List.of())));
        }
        return Optional.empty();
    }
}
