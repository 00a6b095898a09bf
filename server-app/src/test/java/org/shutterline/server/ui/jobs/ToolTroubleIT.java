package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorPresenter;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.editor.Threads;
import org.shutterline.server.editor.ToolView;

/** What stands on the picture when a tool can do nothing with it. */
final class ToolTroubleIT {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final Deque<Runnable> work = new ArrayDeque<>();
    private EditorState state = EditorState.EMPTY;
    private EditorPresenter editor;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Files.createDirectories(folder.resolve("jobs/plate"));
        ImageIO.write(
                new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                folder.resolve("jobs/plate/flat.png").toFile());
        Files.writeString(folder.resolve("jobs/plate.yaml"), """
                tools:
                  - {id: away, tool: blobs, settings: {region: {x: 5000, y: 200, width: 50, height: 50}}}
                  - {id: flat, tool: pattern, settings: {template: flat.png}}
                  - {id: fine, tool: brightness}
                  - {id: untaught, tool: golden}
                """);
        PlateWorkshop workshop = new PlateWorkshop(folder, SimulatedCameras.with(Map.of()));
        workshop.produce(1);
        editor = new EditorPresenter(
                workshop,
                new Threads(work::add, work::add, work::add, work::add, later -> {}, Threads.Limits.USUAL),
                shown -> state = shown);
        editor.open("plate");
        all();
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private void all() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private Optional<String> onPicture(String tool) {
        ToolView view = state.open().orElseThrow().tools().stream()
                .filter(one -> one.id().equals(tool))
                .findFirst()
                .orElseThrow();
        return ToolTrouble.onPicture(view);
    }

    @Test
    void aRegionOutsideThePictureIsToldInWords() {
        assertThat(onPicture("away"))
                .contains("away: its region reaches beyond the picture: to 5000, 200 in a picture of 1280 x 960");
        editor.set("away", "region", Optional.of(Map.of("x", 181, "y", 237, "width", 210, "height", 220)));
        editor.set("away", "threshold", Optional.of(90));
        all();
        assertThat(onPicture("away")).isEmpty();
    }

    @Test
    void aPatternWithoutTextureIsToldInWords() {
        assertThat(onPicture("flat"))
                .contains("Expected a template with something to see in it; this one is all of one grey");
        editor.teach(
                "flat",
                Optional.of(Map.of("x", 430, "y", 590, "width", 160, "height", 50)),
                EditorActions.Lessons.THIS_PICTURE);
        all();
        assertThat(onPicture("flat")).isEmpty();
    }

    @Test
    void bothAreToldInTheLanguageOfTheWindow() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertThat(onPicture("away"))
                .contains(
                        "away: der Bereich reicht \u00fcber das Bild hinaus: bis 5000, 200 in einem Bild von 1280 x 960");
        assertThat(onPicture("flat"))
                .contains("Erwartet: eine Vorlage, in der etwas zu sehen ist; diese hat \u00fcberall dasselbe Grau");
    }

    @Test
    void whatIsFineOrNotTaughtYetIsNoFaultOfThePicture() {
        assertThat(onPicture("fine")).isEmpty();
        assertThat(onPicture("untaught")).isEmpty();
    }
}
