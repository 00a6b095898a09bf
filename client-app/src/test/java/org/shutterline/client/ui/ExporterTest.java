package org.shutterline.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.shutterline.look.PicturePane;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;

class ExporterTest {
    private static BufferedImage white() {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                image.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        return image;
    }

    private static BufferedImage export(boolean marks) throws Exception {
        AtomicReference<BufferedImage> drawn = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> {
            PicturePane pane = new PicturePane();
            pane.setSize(90, 60);
            Overlay box = new Overlay(
                    Overlay.Kind.POLYGON,
                    List.of(new Point(100, 100), new Point(200, 100), new Point(200, 150), new Point(100, 150)),
                    Verdict.NG,
                    "",
                    "box");
            pane.show(white(), List.of(box));
            pane.marks(marks);
            drawn.set(Exporter.withMarks(pane, List.of(box), Optional.empty()));
        });
        return drawn.get();
    }

    @Test
    void drawsThePictureInItsOwnSizeWithItsMarks() throws Exception {
        BufferedImage drawn = export(true);

        assertThat(drawn.getWidth()).isEqualTo(300);
        assertThat(drawn.getHeight()).isEqualTo(200);
        assertThat(new Color(drawn.getRGB(5, 5))).isEqualTo(Color.WHITE);
        assertThat(new Color(drawn.getRGB(294, 194))).isEqualTo(Color.WHITE);
        assertThat(new Color(drawn.getRGB(150, 150))).isNotEqualTo(Color.WHITE);
    }

    @Test
    void leavesTheMarksOutWhereTheyAreHidden() throws Exception {
        assertThat(new Color(export(false).getRGB(150, 150))).isEqualTo(Color.WHITE);
    }
}
