package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.settings.EarlierValue;
import org.shutterline.server.settings.SettingView;

final class EditorPresenterIT {
    private static final Map<String, Object> HOLE_A = Map.of("x", 181, "y", 237, "width", 210, "height", 220);

    @TempDir
    private Path folder;

    private final Deque<Runnable> work = new ArrayDeque<>();
    private EditorState state = EditorState.EMPTY;
    private PlateWorkshop workshop;
    private EditorPresenter editor;

    @BeforeEach
    void open() throws Exception {
        workshop = new PlateWorkshop(folder, SimulatedCameras.with(Map.of()));
        workshop.produce(8);
        editor = new EditorPresenter(
                workshop,
                new Threads(work::add, work::add, work::add, work::add, later -> {}, Threads.Limits.USUAL),
                shown -> state = shown);
    }

    @Test
    void judgesThePictureOnTheScreenAnewWithEveryChange() {
        teachHole();

        assertThat(tool("blobs").verdict()).contains(Verdict.OK);
        assertThat(tool("blobs").told().orElseThrow().unit()).isEqualTo("px");

        editor.limit("blobs", "diameter", "low", Optional.of(500.0));
        all();
        assertThat(tool("blobs").verdict()).contains(Verdict.NG);
        assertThat(state.open().orElseThrow().judged().orElseThrow().verdict()).isEqualTo(Verdict.NG);
        assertThat(tool("blobs").reason()).contains("too small");
    }

    @Test
    void aNameThatNoFileCanHaveIsRefusedBeforeAnythingIsTaught() {
        editor.create("plate/A");
        all();
        assertThat(state.notice().orElseThrow().text()).isEqualTo("badName");
        assertThat(state.open()).isEmpty();

        editor.create("fresh");
        all();
        editor.add("brightness");
        editor.close();
        all();
        editor.rename("fresh", "..");
        all();
        assertThat(state.notice().orElseThrow().text()).isEqualTo("badName");
        assertThat(state.jobs()).extracting(JobRow::name).contains("fresh");
    }

    @Test
    void takesBackAndRepeatsEveryStep() {
        teachHole();
        editor.set("blobs", "threshold", Optional.of(100));
        all();
        editor.undo();
        all();
        assertThat(setting("blobs", "threshold").value()).contains(90);
        editor.redo();
        all();
        assertThat(setting("blobs", "threshold").value()).contains(100);
        assertThat(state.open().orElseThrow().canRedo()).isFalse();
    }

    @Test
    void saysAtTheSettingWhatIsWrongAndRunsTheOtherTools() {
        teachHole();
        editor.add("brightness");
        editor.set("blobs", "threshold", Optional.of("bright"));
        all();

        assertThat(setting("blobs", "threshold").trouble().orElseThrow()).contains("a grey from 1 to 255");
        assertThat(tool("blobs").trouble()).isPresent();
        assertThat(tool("brightness").verdict()).contains(Verdict.OK);
    }

    @Test
    void marksAToolThatCountsAndSaysOkWhateverItMeasures() {
        teachHole();
        assertThat(tool("blobs").judgesNothing()).isFalse();
        editor.set("blobs", "noneIsFound", Optional.of(true));
        editor.add("brightness");
        all();
        assertThat(tool("blobs").judgesNothing()).isTrue();
        assertThat(tool("brightness").judgesNothing()).isTrue();

        editor.limit("blobs", "count", "low", Optional.of(1.0));
        editor.role("brightness", "informative");
        all();
        assertThat(tool("blobs").judgesNothing()).isFalse();
        assertThat(tool("brightness").judgesNothing()).isFalse();
    }

    @Test
    void doesNotMarkAToolWhoseValuesALaterToolJudges() {
        teachHole();
        editor.add("brightness");
        editor.add("formula");
        all();
        assertThat(tool("brightness").judgesNothing()).isTrue();

        editor.set("formula", "expression", Optional.of("brightness.mean / 2"));
        all();
        assertThat(tool("brightness").judgesNothing()).isFalse();
        assertThat(tool("formula").judgesNothing()).isTrue();
    }

    @Test
    void whatALessonSaysOfLimitsStandsInTheDraft() {
        teachHole();
        editor.add("colour");
        editor.drawn("colour", "region", Map.of("x", 300, "y", 300, "width", 60, "height", 60));
        editor.limit("colour", "distance", "warnHigh", Optional.of(90.0));
        all();
        editor.teach("colour", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        all();

        Map<String, Double> limits = tool("colour").outputs().get(0).limits();
        assertThat(limits).containsOnlyKeys("high");
        assertThat(state.notice().orElseThrow().with().get(0))
                .endsWith("A distance of up to " + limits.get("high") + " is good");
        assertThat(tool("colour").judgesNothing()).isFalse();
    }

    @Test
    void touchesNothingInServiceUntilItIsActivated() {
        teachHole();
        assertThat(workshop.jobs().names()).isEmpty();
        assertThat(workshop.asked).isEmpty();

        editor.activate();
        all();
        assertThat(state.open().orElseThrow().question()).isPresent();
        assertThat(workshop.jobs().names()).isEmpty();

        editor.confirmActivate(Set.of(1));
        all();
        assertThat(workshop.jobs().names()).containsExactly("plate");
        assertThat(workshop.asked).containsExactly(new Command.ChangeJob(1, "plate"));
        assertThat(state.open().orElseThrow().changes()).isEmpty();
        assertThat(state.notice().orElseThrow().text()).isEqualTo("inService");
    }

    @Test
    void tellsWhichVerdictsOfProductionWouldChange() {
        teachHole();
        editor.activate();
        editor.confirmActivate(Set.of(1));
        all();
        editor.limit("blobs", "diameter", "high", Optional.of(10.0));
        editor.activate();
        all();

        OpenJob.Question question = state.open().orElseThrow().question().orElseThrow();
        assertThat(question.of()).isEqualTo(8);
        assertThat(question.flips()).isEqualTo(8);
        assertThat(question.toNg()).isEqualTo(8);
        TryView tried = state.open().orElseThrow().tryOn();
        assertThat(tried.rows()).allMatch(TryView.Row::isChange);
        assertThat(tried.rows().get(0).thumb()).isPresent();
    }

    @Test
    void goesBackToAnEarlierVersionInOneStep() {
        teachHole();
        editor.activate();
        editor.confirmActivate(Set.of(1));
        all();
        editor.limit("blobs", "diameter", "high", Optional.of(10.0));
        editor.activate();
        editor.confirmActivate(Set.of(1));
        all();
        assertThat(state.open().orElseThrow().versions()).hasSize(2);

        editor.goBack(1);
        all();
        assertThat(state.open().orElseThrow().versions())
                .extracting(VersionRow::number)
                .as("the present one first")
                .containsExactly(1, 2);
        assertThat(state.open().orElseThrow().versions().get(0).chosen().orElseThrow())
                .extracting(VersionRow.Chosen::by, VersionRow.Chosen::note)
                .containsExactly("window", "back to 1");
        assertThat(state.open().orElseThrow().versions().get(1).chosen()).isEmpty();
        assertThat(state.jobs())
                .filteredOn(row -> row.version() == 1)
                .extracting(JobRow::kept)
                .as("the highest first, whichever is the present one")
                .containsExactly(List.of(2, 1));
        assertThat(state.open().orElseThrow().base().orElseThrow().number()).isEqualTo(1);
        assertThat(tool("blobs").outputs().get(0).limits()).isEmpty();
        assertThat(workshop.asked).hasSize(3);
    }

    @Test
    void suggestsLimitsFromGoodParts() {
        teachHole();
        editor.tryOnProduction(1, 8);
        all();
        editor.suggestLimits("blobs", "diameter", 6);
        all();

        Map<String, Double> limits = tool("blobs").outputs().get(0).limits();
        assertThat(limits.get("low")).isBetween(150.0, 160.0);
        assertThat(limits.get("high")).isBetween(160.0, 170.0);
        assertThat(tool("blobs").outputs().get(0).recentGood()).hasSize(8);
    }

    @Test
    void countsFoldersNamedOkAndNg() throws Exception {
        teachHole();
        Files.createDirectories(folder.resolve("set/OK"));
        Files.createDirectories(folder.resolve("set/NG"));
        Path empty = folder.resolve("set/NG/broken.png");
        Files.write(empty, new byte[] {1, 2, 3});
        writePlate(folder.resolve("set/OK/a.png"));
        writePlate(folder.resolve("set/NG/b.png"));
        editor.tryOnFolder(folder.resolve("set"));
        all();

        TryView tried = state.open().orElseThrow().tryOn();
        assertThat(tried.confusion().get(Verdict.OK)).isEqualTo(Map.of(Verdict.OK, 1));
        assertThat(tried.confusion().get(Verdict.NG)).isEqualTo(Map.of(Verdict.OK, 1));
        assertThat(tried.rows()).anySatisfy(row -> {
            assertThat(row.name()).endsWith("broken.png");
            assertThat(row.now()).isEqualTo(Verdict.UNKNOWN);
        });
    }

    @Test
    void copiesAndOrdersTools() {
        teachHole();
        editor.twin("blobs");
        editor.retitle("blobs2", "hole B");
        editor.move("blobs2", 0);
        all();

        assertThat(state.open().orElseThrow().tools())
                .extracting(ToolView::title)
                .containsExactly("hole B", "blobs");
        editor.remove("blobs2");
        all();
        assertThat(state.open().orElseThrow().tools()).extracting(ToolView::id).containsExactly("blobs");
    }

    @Test
    void aJobOfTheSameNameIsTakenInAsItsNewVersionOnceThatIsAsked() {
        saved("plate", 90);
        Path file = folder.resolve("plate.shutterjob");
        editor.exportTo("plate", file);
        all();
        editor.set("blobs", "threshold", Optional.of(100));
        editor.activate();
        editor.confirmActivate(Set.of(1));
        all();

        editor.importFrom(file);
        all();
        assertThat(state.arrival()).contains(new Arrival(file, "plate"));
        assertThat(workshop.jobs().names()).containsExactly("plate");

        editor.importAs(file, true);
        all();
        assertThat(state.arrival()).isEmpty();
        assertThat(state.notice().orElseThrow().with()).containsExactly("plate", "1");
        editor.close();
        editor.open("plate");
        all();
        assertThat(setting("blobs", "threshold").value()).contains(90);
        assertThat(state.open().orElseThrow().base().orElseThrow().number())
                .as("the same content is the same version")
                .isEqualTo(1);
        assertThat(state.open().orElseThrow().waits()).isTrue();
    }

    @Test
    void whatWouldFlipIsToldAgainstTheVersionThatJudgesNow() {
        saved("plate", 90);
        Path file = folder.resolve("plate.shutterjob");
        editor.exportTo("plate", file);
        all();
        editor.limit("blobs", "diameter", "high", Optional.of(10.0));
        editor.activate();
        editor.confirmActivate(Set.of(1));
        editor.close();
        all();
        editor.importAs(file, true);
        all();
        editor.open("plate");
        all();
        editor.activate();
        all();

        assertThat(state.open().orElseThrow().changes()).isEmpty();
        assertThat(state.open().orElseThrow().question())
                .contains(new OpenJob.Question(8, 8, 0, 8, 0, Optional.empty()));
        editor.confirmActivate(Set.of());
        all();
        assertThat(state.open().orElseThrow().waits()).isFalse();
    }

    @Test
    void aJobOfAFreeNameIsTakenInWithoutAQuestion() {
        saved("plate", 90);
        Path file = folder.resolve("plate.shutterjob");
        editor.exportTo("plate", file);
        editor.rename("plate", "other");
        all();

        editor.importFrom(file);
        all();
        assertThat(state.arrival()).isEmpty();
        assertThat(workshop.jobs().names()).containsExactly("other", "plate");
    }

    @Test
    void twoVersionsAreComparedInWords() {
        saved("plate", 90);
        editor.set("blobs", "threshold", Optional.of(100));
        editor.activate();
        editor.confirmActivate(Set.of(1));
        all();

        editor.compare(new JobVersion("plate", 1), new JobVersion("plate", 2));
        all();
        assertThat(state.comparison().orElseThrow().words())
                .singleElement()
                .asString()
                .contains("90", "100");

        editor.compare(new JobVersion("plate", 2), new JobVersion("plate", 2));
        all();
        assertThat(state.comparison().orElseThrow().words()).isEmpty();

        editor.endComparing();
        all();
        assertThat(state.comparison()).isEmpty();
    }

    @Test
    void aNewJobBeginsOnThePictureOfAResult() {
        editor.createOn("fresh", 3);
        all();

        assertThat(state.open().orElseThrow().name()).isEqualTo("fresh");
        assertThat(state.open().orElseThrow().picture().orElseThrow().id()).isEqualTo(3);
    }

    @Test
    void whatIsAnsweredIsNamedAndOrderedByHand() {
        teachHole();
        editor.add("brightness");
        all();
        editor.renameAnswer(0, "hole A");
        editor.moveAnswer(0, 1);
        all();

        assertThat(state.open().orElseThrow().answers())
                .extracting(Answer::name)
                .containsExactly("brightness", "hole A");
        assertThat(state.open().orElseThrow().answers().get(1))
                .isEqualTo(new Answer("hole A", "blobs", "blobs", "diameter"));
        assertThat(state.open().orElseThrow().canUndo()).isTrue();
    }

    @Test
    void defaultsOfTheirOwnTypeAreToldAsTheFileWritesThem() {
        teachHole();
        assertThat(setting("blobs", "threshold").byDefault()).contains("otsu");
    }

    @Test
    void aToolKnowsTheNamesOfTheValuesBeforeIt() {
        teachHole();
        editor.retitle("blobs", "Hole A");
        editor.add("code");
        editor.set("code", "symbologies", Optional.of(List.of("qr")));
        editor.add("formula");
        all();

        assertThat(tool("formula").owner().values())
                .contains(new EarlierValue("blobs", "Hole A", "blobs", "diameter"))
                .extracting(EarlierValue::name)
                .contains("blobs.count")
                .doesNotContain("formula.value");
        assertThat(tool("blobs").owner().values()).isEmpty();
    }

    @Test
    void picturesThatPeopleMarkedAreTriedWithTheirTruth() throws Exception {
        saved("plate", 90);
        Path picture = folder.resolve("marked.png");
        writePlate(picture);
        editor.tryOnLabelled();
        all();
        assertThat(state.notice().orElseThrow().text()).isEqualTo("noneLabelled");

        workshop.jobs().label("plate", 1, false, picture);
        editor.tryOnLabelled();
        all();
        assertThat(state.open().orElseThrow().tryOn().confusion()).isEqualTo(Map.of(Verdict.NG, Map.of(Verdict.OK, 1)));
    }

    private void saved(String name, int threshold) {
        teachHole();
        editor.set("blobs", "threshold", Optional.of(threshold));
        editor.activate();
        editor.confirmActivate(Set.of(1));
        all();
        assertThat(workshop.jobs().names()).contains(name);
    }

    private void writePlate(Path file) throws Exception {
        var picture = workshop.picture(1).orElseThrow();
        var image = new java.awt.image.BufferedImage(
                picture.widthPx(), picture.heightPx(), java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, picture.widthPx(), picture.heightPx(), picture.bytes());
        javax.imageio.ImageIO.write(image, "png", file.toFile());
    }

    private void teachHole() {
        editor.create("plate");
        all();
        editor.add("blobs");
        editor.drawn("blobs", "region", HOLE_A);
        editor.set("blobs", "threshold", Optional.of(90));
        editor.set("blobs", "minAreaPx", Optional.of(3000));
        all();
    }

    private ToolView tool(String id) {
        return state.open().orElseThrow().tools().stream()
                .filter(tool -> tool.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private SettingView setting(String tool, String key) {
        return tool(tool).settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that was handed to any thread, until nothing is left. */
    private void all() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
        assertThat(List.of(state)).isNotEmpty();
    }
}
