package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLabel;
import org.assertj.swing.core.Robot;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.assertj.swing.fixture.JOptionPaneFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.State;
import org.shutterline.look.ToolList;
import org.shutterline.look.ToolRow;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.monitor.Samples;
import org.shutterline.server.monitor.ScriptedPlant;

/** Versions, imports and answers of jobs, by mouse and keyboard. */
@Tag("window")
final class JobsWindowIT {
    private static final int PARTS = 6;

    @TempDir
    private Path data;

    private PlateWorkshop workshop;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() throws Exception {
        robot = JobsStage.robot();
        ScriptedPlant plant = new ScriptedPlant();
        plant.station(1, "plate-A", StationState.READY, "");
        for (long id = 1; id <= PARTS; id++) {
            plant.holds(Samples.result(id, 1, Verdict.OK, 5));
        }
        workshop = new PlateWorkshop(data, SimulatedCameras.with(Map.of())).withDemoJob();
        workshop.produce(PARTS);
        window = JobsStage.open(robot, plant, workshop, data, new Dimension(1600, 1000));
        window.toggleButton("page.JOBS").click();
        JobsStage.soon().until(() -> window.table("jobs").target().getRowCount() == 1);
    }

    @AfterEach
    void close() {
        if (robot != null) {
            robot.cleanUp();
        }
    }

    /** The threshold of the first tool becomes another one, as a version made elsewhere. */
    private void anotherVersion() throws Exception {
        workshop.jobs()
                .save(
                        workshop.jobs().content("plate-A").withTree(Map.of("tools", List.of(), "outputs", List.of())),
                        Origin.window(""));
    }

    @Test
    void twoVersionsAreChosenInTheListAndComparedInWords() throws Exception {
        anotherVersion();
        window.toggleButton("page.LOG").click();
        window.toggleButton("page.JOBS").click();
        JobsStage.soon()
                .until(() -> window.table("jobs")
                        .cell(TableCell.row(0).column(1))
                        .value()
                        .equals("2"));

        window.button("jobs.compare").click();
        JobsStage.soon().until(() -> window.textBox("compare.words").text().contains("hole A"));

        window.comboBox("compare.firstVersion").selectItem("2");
        JobsStage.soon().until(() -> window.textBox("compare.words").text().equals("Nothing differs."));
        window.button("compare.close").click();
    }

    @Test
    void aJobThatIsThereBecomesItsNewVersionIfThatIsWanted() throws Exception {
        Path file = data.resolve("plate-A.shutterjob");
        workshop.jobs().export("plate-A", file);
        anotherVersion();

        window.button("jobs.import").click();
        JFileChooserFinder.findFileChooser()
                .withTimeout(10_000)
                .using(robot)
                .selectFile(file.toFile())
                .approve();
        JobsStage.soon().until(() -> window.button("arrival.version").target().isShowing());
        assertThat(workshop.jobs().versions("plate-A")).hasSize(2);
        window.button("arrival.version").click();

        JobsStage.soon()
                .until(() ->
                        workshop.jobs().present("plate-A").orElseThrow().entry().number() == 1);
        assertThat(workshop.jobs().names()).containsExactly("plate-A");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyIfAPersonSaysSo() throws Exception {
        Path file = data.resolve("plate-A.shutterjob");
        Files.writeString(file, "mine");
        window.button("jobs.export").click();
        JFileChooserFixture chooser =
                JFileChooserFinder.findFileChooser().withTimeout(10_000).using(robot);
        chooser.fileNameTextBox().setText(data.resolve("plate-A").toString());
        chooser.approve();
        replacing().buttonWithText("Cancel").click();
        assertThat(file).hasContent("mine");
        chooser.approve();
        replacing().buttonWithText("Replace").click();

        JobsStage.soon().until(() -> Files.size(file) > 100);
    }

    private JOptionPaneFixture replacing() {
        return JOptionPaneFinder.findOptionPane().withTimeout(10_000).using(robot);
    }

    @Test
    void aJobIsDeletedOnlyIfItsNameIsTyped() {
        window.button("jobs.copy").click();
        window.button("name.yes").click();
        JobsStage.soon().until(() -> window.table("jobs").target().getRowCount() == 2);
        window.table("jobs").selectRows(1);
        window.button("jobs.delete").click();
        window.textBox("name.field").enterText("plate-A");
        window.button("name.yes").requireDisabled();
        window.textBox("name.field").enterText("-2");
        window.button("name.yes").requireEnabled().click();

        JobsStage.soon().until(() -> window.table("jobs").target().getRowCount() == 1);
        assertThat(workshop.jobs().names()).containsExactly("plate-A");
    }

    @Test
    void aJobThatWasNeverInServiceStandsInTheListAsADraft() {
        window.button("jobs.new").click();
        window.textBox("name.field").enterText("a-fresh");
        window.button("name.yes").click();
        JobsStage.soon().until(() -> window.label("job.name").target().isShowing());
        JobsStage.addTool(window, "brightness");
        JobsStage.soon().until(() -> window.button("job.undo").target().isEnabled());
        window.button("job.back").click();
        JobsStage.soon().until(() -> window.table("jobs").target().getRowCount() == 2);

        window.table("jobs").selectRows(0);
        assertThat(window.table("jobs").cell(TableCell.row(0).column(5)).value())
                .isEqualTo("Draft, never in service");
        assertThat(window.button("jobs.export").target().isEnabled()).isFalse();
        window.button("jobs.open").click();
        JobsStage.soon()
                .until(() -> window.label("job.name").target().isShowing()
                        && window.label("job.name").text().equals("a-fresh"));
    }

    private boolean isShowing(String name, Class<? extends Component> type) {
        return robot.finder().findByName(window.target(), name, type, false).isShowing();
    }

    @Test
    void aNameThatCannotBeOneIsToldWhileItIsTyped() {
        window.button("jobs.new").click();
        window.textBox("name.field").enterText("plate/");
        JobsStage.soon().until(() -> isShowing("name.why", JLabel.class));
        window.button("name.yes").requireDisabled();
        window.textBox("name.field").pressAndReleaseKeys(KeyEvent.VK_BACK_SPACE);
        JobsStage.soon().until(() -> window.button("name.yes").target().isEnabled());
        assertThat(isShowing("name.why", JLabel.class)).isFalse();
    }

    @Test
    void aQuestionThatWantsARegionTakesTheNextDragOnThePicture() {
        window.button("jobs.new").click();
        window.textBox("name.field").enterText("drawn");
        window.button("name.yes").click();
        JobsStage.soon()
                .until(() -> window.button("guide.question.HOW_MANY").target().isShowing());
        window.button("guide.question.HOW_MANY").click();
        JobsStage.soon().until(() -> isShowing("picture.hint", JLabel.class));
        Component picture = robot.finder().findByName(window.target(), "teach.picture");
        int x = picture.getWidth() / 2;
        int y = picture.getHeight() / 2;
        robot.pressMouse(picture, new Point(x - 60, y - 40));
        robot.moveMouse(picture, new Point(x, y));
        robot.moveMouse(picture, new Point(x + 60, y + 40));
        robot.releaseMouseButtons();

        JobsStage.soon().until(() -> !window.label("region.measures").text().equals("Whole picture"));
    }

    @Test
    void aQuestionLeadsToAToolThatJudges() {
        window.button("jobs.new").click();
        window.textBox("name.field").enterText("holes");
        window.button("name.yes").click();
        JobsStage.soon()
                .until(() -> window.button("guide.question.HOW_MANY").target().isShowing());
        window.button("guide.question.HOW_MANY").click();
        JobsStage.soon().until(() -> window.button("guide.draw").target().isShowing());
        window.button("guide.next").click();
        JobsStage.soon().until(() -> window.textBox("guide.low").target().isShowing());
        window.button("guide.next").click();
        JobsStage.soon().until(() -> window.label("job.notice").target().isShowing());

        window.textBox("guide.low").enterText("1").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        JobsStage.soon().until(() -> !isShowing("job.notice", JLabel.class));
        window.button("guide.next").click();
        JobsStage.soon().until(() -> window.textBox("guide.name").target().isShowing());
        window.textBox("guide.name").setText("hole").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        window.button("guide.next").click();
        JobsStage.soon().until(() -> !isShowing("guide.next", JButton.class));

        ToolList tools = robot.finder().findByName(window.target(), "tools", ToolList.class);
        ToolRow row = GuiActionRunner.execute(() -> tools.getModel().getElementAt(0));
        assertThat(row.title()).isEqualTo("hole");
        assertThat(row.state()).contains(State.OK);
    }

    @Test
    void answersAreNamedAndOrderedInTheEditor() {
        window.button("jobs.open").click();
        JobsStage.soon().until(() -> window.toggleButton("job.answer").target().isShowing());
        window.toggleButton("job.answer").click();
        String second = window.textBox("answer.1").text();
        window.button("answer.0.down").click();
        JobsStage.soon().until(() -> window.textBox("answer.0").text().equals(second));
        window.textBox("answer.0").setText("first").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        JobsStage.soon().until(() -> window.button("job.undo").target().isEnabled());
        assertThat(window.textBox("answer.0").text()).isEqualTo("first");
    }

    @Test
    void aNewJobBeginsOnAPictureOfTheHistory() {
        window.toggleButton("page.HISTORY").click();
        JobsStage.soon().until(() -> window.button("said.newJob").target().isEnabled());
        assertThat(window.label("result.judgedBy").text()).contains("plate-A, version 3");
        window.button("said.newJob").click();
        JobsStage.soon().until(() -> window.textBox("name.field").target().isShowing());
        window.textBox("name.field").enterText("fresh");
        window.button("name.yes").click();
        JobsStage.soon()
                .until(() -> window.label("job.name").target().isShowing()
                        && window.label("job.name").text().equals("fresh"));
        assertThat(workshop.jobs().names()).doesNotContain("fresh");
    }

    @Test
    void aFieldOfTheGridOfTruthFiltersTheTable() throws Exception {
        for (long id = 1; id <= PARTS; id++) {
            workshop.jobs().label("plate-A", id, id != 2, picture(id));
        }
        window.button("jobs.open").click();
        JobsStage.soon().until(() -> window.comboBox("try.source").target().isShowing());
        window.comboBox("try.source").selectItem("pictures that people marked");
        window.button("try.run").click();
        JobsStage.soon()
                .until(() -> window.toggleButton("confusion.NG.OK").target().isShowing()
                        && window.toggleButton("confusion.NG.OK").text().equals("1"));

        window.toggleButton("confusion.NG.OK").click();
        JobsStage.soon().until(() -> window.table("tried").target().getRowCount() == 1);
        window.toggleButton("confusion.NG.OK").click();
        JobsStage.soon().until(() -> window.table("tried").target().getRowCount() == PARTS);
    }

    private Path picture(long id) throws java.io.IOException {
        var pixels = workshop.picture(id).orElseThrow();
        var image = new java.awt.image.BufferedImage(
                pixels.widthPx(), pixels.heightPx(), java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, pixels.widthPx(), pixels.heightPx(), pixels.bytes());
        Path file = data.resolve(id + ".png");
        javax.imageio.ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
