package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.jobs.Labelled;
import org.shutterline.server.spi.Frame;

/** Pictures that people marked are judged as the results that they belong to were: with their part and at their time. */
final class LabelledAlbumIT {
    private static final Map<String, Object> CODE = Map.of("x", 415, "y", 325, "width", 255, "height", 245);
    private static final Map<String, Object> LOT = Map.of("x", 628, "y", 391, "width", 160, "height", 46, "angle", 90);

    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.workshop.remember(1, Optional.of("ABC123"), OffsetDateTime.parse("2026-11-25T12:00:00+01:00"));
        stage.workshop.remember(2, Optional.of("XYZ"), OffsetDateTime.parse("2026-12-05T12:00:00+01:00"));
        stage.teachHole("plate");
        stage.activate();
    }

    @Test
    void theCodeIsComparedWithThePartOfTheirResult() throws Exception {
        mark(1, true);
        mark(2, false);
        stage.editor.add("code");
        stage.editor.drawn("code", "region", CODE);
        stage.editor.set("code", "symbologies", Optional.of(List.of("qr")));
        stage.editor.set("code", "equalsPart", Optional.of(true));
        tryOnLabelled();

        assertThat(tried()).isEqualTo(Map.of(Verdict.OK, Map.of(Verdict.OK, 1), Verdict.NG, Map.of(Verdict.NG, 1)));
        assertThat(stage.open().tryOn().rows())
                .extracting(TryView.Row::id, TryView.Row::name)
                .containsExactlyInAnyOrder(tuple(1L, "OK/1.png"), tuple(2L, "NG/2.png"));
    }

    @Test
    void theDateIsCountedFromTheDayOfTheirResult() throws Exception {
        mark(1, true);
        mark(2, false);
        stage.editor.add("text");
        stage.editor.drawn("text", "region", LOT);
        stage.editor.set("text", "dateRule", Optional.of("within"));
        stage.editor.set("text", "dateFormat", Optional.of("YY-ww"));
        stage.editor.set("text", "dateFromDays", Optional.of(-14));
        tryOnLabelled();

        assertThat(tried()).isEqualTo(Map.of(Verdict.OK, Map.of(Verdict.OK, 1), Verdict.NG, Map.of(Verdict.NG, 1)));
    }

    @Test
    void oneWhoseResultIsGoneIsJudgedAllTheSame() throws Exception {
        mark(1, true);
        mark(99, true);
        tryOnLabelled();

        assertThat(tried()).isEqualTo(Map.of(Verdict.OK, Map.of(Verdict.OK, 2)));
    }

    @Test
    void ofTooManyTakesOfBothLabelsAndTellsHowManyAreLeftOut() {
        List<Labelled> marked = new ArrayList<>();
        for (int id = 1; id <= 90; id++) {
            marked.add(new Labelled(id, id <= 60, folder.resolve((id <= 60 ? "OK/" : "NG/") + id + ".png")));
        }
        LabelledAlbum album = LabelledAlbum.of(marked, 40, stage.workshop);

        assertThat(album.size()).isEqualTo(40);
        assertThat(album.leftOut()).isEqualTo(50);
        assertThat(album.marked()).filteredOn(Labelled::good).hasSize(20);
        assertThat(album.marked()).extracting(Labelled::id).isSorted().contains(1L, 61L);
        assertThat(LabelledAlbum.of(marked, 90, stage.workshop).leftOut()).isZero();
    }

    private Map<Verdict, Map<Verdict, Integer>> tried() {
        return stage.open().tryOn().confusion();
    }

    private void tryOnLabelled() {
        stage.all();
        stage.editor.tryOnLabelled();
        stage.all();
    }

    /** All with the picture of the first part. */
    private void mark(long id, boolean good) throws Exception {
        Picture picture = Album.picture(stage.workshop.result(1).orElseThrow(), Optional.empty(), stage.workshop);
        Path file = folder.resolve("marked.png");
        try (Frame frame = picture.frame()) {
            Mat mat = frame.mat();
            Imgcodecs.imwrite(String.valueOf(file), mat);
            mat.release();
        }
        stage.workshop.jobs().label("plate", id, good, file);
        Files.delete(file);
    }
}
