package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GalleryTest {
    private static final Path FOLDER = Path.of("target", "gallery");

    @ParameterizedTest
    @CsvSource({"LIGHT,1", "DARK,1", "LIGHT,2", "DARK,2"})
    void paintsEveryPartOnTheGroundOfItsTheme(Theme theme, int scale) throws Exception {
        SwingUtilities.invokeAndWait(() -> paint(theme, scale));
        for (String name : Sheets.all().keySet()) {
            BufferedImage painted = ImageIO.read(
                    FOLDER.resolve(name + suffix(theme, scale) + ".png").toFile());
            int corner = painted.getRGB(3, 3);
            Palette behind = name.equals("icons") ? Palette.SURFACE : Palette.GROUND;
            assertThat(corner).as(name).isEqualTo((theme == Theme.DARK ? behind.dark() : behind.light()).getRGB());
            assertThat(colours(painted)).as(name).isGreaterThan(8);
        }
    }

    @ParameterizedTest
    @CsvSource({"de", "zh"})
    void paintsEveryPartInOtherLanguages(String language) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            Words.speak(Locale.forLanguageTag(language));
            try {
                Theme.LIGHT.install();
                Gallery.paint(FOLDER, "-" + language, 1);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            } finally {
                Words.speak(Locale.ENGLISH);
            }
        });
        assertThat(FOLDER.resolve("verdicts-small-" + language + ".png")).isNotEmptyFile();
    }

    private static void paint(Theme theme, int scale) {
        Words.speak(Locale.ENGLISH);
        theme.install();
        assertThat(FlatLaf.isLafDark()).isEqualTo(theme == Theme.DARK);
        try {
            Gallery.paint(FOLDER, suffix(theme, scale), scale);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String suffix(Theme theme, int scale) {
        return "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + scale * 100;
    }

    private static long colours(BufferedImage painted) {
        return Arrays.stream(painted.getRGB(0, 0, painted.getWidth(), painted.getHeight(), null, 0, painted.getWidth()))
                .distinct()
                .limit(100)
                .count();
    }
}
