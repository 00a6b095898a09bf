package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;

/** What a try says, of which draft it says it, and what it is compared with. */
final class TryDraftIT {
    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
    }

    @Test
    void staysStaleWhenTheDraftIsChangedDuringIt() {
        stage.editor.tryOnProduction(1, 8);
        stage.editor.set("blobs", "threshold", Optional.of(80));
        stage.all();

        assertThat(stage.open().tryOn().done()).isEqualTo(8);
        assertThat(stage.open().tryOn().stale()).isTrue();
        stage.editor.undo();
        stage.all();
        assertThat(stage.open().tryOn().stale()).isFalse();
    }

    @Test
    void suggestsNoLimitsFromWhatAnotherDraftMeasured() {
        stage.editor.tryOnProduction(1, 8);
        stage.all();
        stage.editor.set("blobs", "minAreaPx", Optional.of(3100));
        stage.editor.suggestLimits("blobs", "diameter", 6);
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("tryAgain");
        assertThat(stage.tool("blobs").outputs().get(0).limits()).isEmpty();
        assertThat(stage.tool("blobs").outputs().get(0).recentGood()).isEmpty();
    }

    @Test
    void suggestsTheLimitsOfOneValueAfterTheOther() {
        stage.editor.tryOnProduction(1, 8);
        stage.all();
        stage.editor.suggestLimits("blobs", "diameter", 6);
        stage.editor.suggestLimits("blobs", "count", 6);
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("limitsOf");
    }

    @Test
    void aWarningThatLiesOutsideTheSuggestedLimitsGoesInTheSameStep() {
        stage.editor.limit("blobs", "diameter", "low", Optional.of(1.0));
        stage.editor.limit("blobs", "diameter", "warnLow", Optional.of(2.0));
        stage.editor.limit("blobs", "diameter", "warnHigh", Optional.of(900.0));
        stage.editor.tryOnProduction(1, 8);
        stage.all();
        stage.editor.suggestLimits("blobs", "diameter", 6);
        stage.all();

        assertThat(stage.tool("blobs").trouble()).isEmpty();
        assertThat(stage.tool("blobs").outputs().get(0).limits()).containsOnlyKeys("low", "high");
        stage.editor.undo();
        stage.all();
        assertThat(stage.tool("blobs").outputs().get(0).limits()).containsEntry("warnLow", 2.0);
    }

    @Test
    void aWarningWithinTheSuggestedLimitsStays() {
        stage.editor.tryOnProduction(1, 8);
        stage.all();
        stage.editor.suggestLimits("blobs", "diameter", 6);
        stage.all();
        double low = stage.tool("blobs").outputs().get(0).limits().get("low");
        stage.editor.limit("blobs", "diameter", "warnLow", Optional.of(low + 0.001));
        stage.editor.suggestLimits("blobs", "diameter", 6);
        stage.all();
        assertThat(stage.tool("blobs").outputs().get(0).limits()).containsEntry("warnLow", low + 0.001);
    }

    @Test
    void keepsWhatWasChangedDuringALesson() {
        stage.editor.add("scripted");
        stage.all();
        stage.scripted.onPicture = () -> {
            stage.scripted.onPicture = () -> {};
            stage.editor.set("blobs", "threshold", Optional.of(77));
            stage.editor.set("scripted", "count", Optional.of(5));
        };
        stage.editor.teach("scripted", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.all();

        assertThat(stage.value("scripted", "learned")).contains(7);
        assertThat(stage.value("scripted", "count")).contains(5);
        assertThat(stage.value("blobs", "threshold")).contains(77);
    }

    @Test
    void saysThatTheToolIsGoneThatLearned() {
        stage.editor.add("scripted");
        stage.all();
        stage.scripted.onPicture = () -> stage.editor.remove("scripted");
        stage.editor.teach("scripted", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("taughtGone");
        assertThat(stage.open().tools()).hasSize(1);
    }

    @Test
    void aNewJobIsComparedWithTheOneWhosePlaceItTakes() {
        stage.activate();
        stage.teachHole("disc");
        stage.editor.limit("blobs", "diameter", "high", Optional.of(10.0));
        stage.editor.activate();
        stage.all();

        OpenJob.Question question = stage.open().question().orElseThrow();
        assertThat(question.flips()).isEqualTo(8);
        assertThat(question.without()).isZero();
    }

    @Test
    void asksAgainAfterATryThatWasCancelledOrOnOtherPictures() throws Exception {
        stage.editor.tryOnProduction(1, 8);
        stage.editor.cancel();
        stage.all();
        stage.editor.activate();
        stage.all();
        assertThat(stage.open().question().orElseThrow().of()).isEqualTo(8);
        Files.write(folder.resolve("1.png"), new byte[] {1});
        stage.editor.tryOnFolder(folder);
        stage.all();
        stage.editor.activate();
        stage.all();
        assertThat(stage.open().question().orElseThrow().of()).isEqualTo(8);
    }

    @Test
    void countsThoseThatHadNoVerdictBefore() {
        stage.editor.activate();
        stage.all();

        OpenJob.Question question = stage.open().question().orElseThrow();
        assertThat(question.flips()).isZero();
        assertThat(question.without()).isEqualTo(8);
    }

    @Test
    void whatPeopleSaidInTheHistoryIsTheTruth() throws Exception {
        stage.activate();
        Path picture = Files.write(folder.resolve("1.png"), new byte[] {1});
        stage.workshop.jobs().label("plate", 1, false, picture);
        stage.workshop.jobs().label("plate", 2, true, picture);
        stage.editor.tryOnProduction(1, 8);
        stage.all();

        assertThat(stage.open().tryOn().confusion())
                .isEqualTo(Map.of(Verdict.NG, Map.of(Verdict.OK, 1), Verdict.OK, Map.of(Verdict.OK, 1)));
    }

    @Test
    void onePictureThatIsTooLargeEndsNoTry() throws Exception {
        List<TryView> told = run(2, () -> {
            throw new OutOfMemoryError("a test's");
        });

        assertThat(told.get(told.size() - 1).rows())
                .hasSize(2)
                .allMatch(row -> row.reason().equals("picture too large"));
    }

    @Test
    void tellsFiveTimesASecondHoweverFastThePicturesAre() throws Exception {
        AtomicLong clock = new AtomicLong();
        List<TryView> told = run(400, () -> clock.addAndGet(10_000_000), clock::get);

        assertThat(told).hasSize(21);
        assertThat(told.get(0).rows()).hasSize(20);
    }

    @Test
    void makesTheListOfRowsOnlyWhenSomeCame() throws Exception {
        AtomicLong clock = new AtomicLong();
        List<TryView> told = run(3, () -> clock.addAndGet(200_000_000), clock::get);

        assertThat(told).extracting(TryView::running).containsExactly(true, true, true, false);
        assertThat(told.get(3).rows()).isSameAs(told.get(2).rows()).hasSize(3);
    }

    private List<TryView> run(int pictures, Runnable onPicture) throws Exception {
        return run(pictures, onPicture, System::nanoTime);
    }

    /** A try of pictures that cannot be read. */
    private List<TryView> run(int pictures, Runnable onPicture, LongSupplier nanoTime) throws Exception {
        stage.activate();
        Album album = new Album() {
            @Override
            public int size() {
                return pictures;
            }

            @Override
            public String name(int index) {
                return "file" + index;
            }

            @Override
            public Picture at(int index) throws IOException {
                onPicture.run();
                throw new IOException("a test's");
            }
        };
        Draft draft = new Draft(stage.workshop.jobs().content("plate"));
        List<TryView> told = new ArrayList<>();
        new TryRun(draft, Optional::empty, "set", stage.workshop, Threads.Limits.USUAL, nanoTime)
                .run(album, new Film(album, stage.work::add, () -> {}), told::add);
        return told;
    }

    @Test
    void aRefusedDraftNamesTheToolAndItsSetting() {
        stage.editor.retitle("blobs", "hole A");
        stage.editor.set("blobs", "threshold", Optional.of("bright"));
        stage.editor.activate();
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("settingRefused");
        assertThat(stage.notice().with()).startsWith("hole A").endsWith("blobs", "threshold");
        assertThat(stage.notice().with().get(1)).doesNotContain("tools[").contains("a grey from 1 to 255");
    }
}
