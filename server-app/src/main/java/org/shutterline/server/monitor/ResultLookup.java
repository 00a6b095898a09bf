package org.shutterline.server.monitor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Reply;

/** Fetches all that belongs to a result: its marks and its picture. Used on the bench alone. */
final class ResultLookup {
    private static final String FAULT = "faultOnDemand";

    private final Plant plant;
    private final Bench bench;

    ResultLookup(Plant plant, Bench bench) {
        this.plant = plant;
        this.bench = bench;
    }

    /** Tells the whole once, on the bench. */
    void look(InspectionResult result, Consumer<ShownResult> told) {
        plant.ask(new Command.FetchDetail(result.id()), detail -> bench.run(() -> picture(result, detail, told)));
    }

    private void picture(InspectionResult result, Reply detail, Consumer<ShownResult> told) {
        Optional<Detail> known = detail instanceof Reply.DetailOf of ? Optional.of(of.detail()) : Optional.empty();
        List<Overlay> overlays = known.map(Detail::overlays).orElse(List.of());
        String version = known.map(Detail::jobVersion).orElse("");
        Optional<String> fault =
                known.flatMap(of -> Optional.ofNullable(of.notes().get(FAULT)));
        fetch(
                result.id(),
                PictureFormat.RAW,
                PictureView.SOURCE,
                (picture, whyNone) -> told.accept(new ShownResult(result, version, overlays, fault, picture, whyNone)));
    }

    /** Tells the thumbnail once, on the bench; empty if there is none. */
    void thumbnail(long id, Consumer<Optional<PlainPicture>> told) {
        fetch(id, PictureFormat.JPEG, PictureView.THUMBNAIL, (picture, whyNone) -> told.accept(picture));
    }

    private interface Fetched {
        void take(Optional<PlainPicture> picture, Optional<Code> whyNone);
    }

    private void fetch(long id, PictureFormat format, PictureView view, Fetched fetched) {
        plant.ask(new Command.FetchPicture(id, format, view), reply -> {
            // copied on the thread that brings it, so that a large picture does not hold the bench
            Optional<PlainPicture> picture = reply instanceof Reply.PictureOf of
                    ? Optional.of(PlainPicture.taking(of.picture()))
                    : Optional.empty();
            Optional<Code> whyNone =
                    reply instanceof Reply.Refused refused ? Optional.of(refused.code()) : Optional.empty();
            bench.run(() -> fetched.take(picture, whyNone));
        });
    }
}
