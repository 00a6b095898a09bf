package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PyramidTest {
    /** Black and white columns of one px each, which a view that leaves out px would show as one of both. */
    private static BufferedImage columns(int type) {
        BufferedImage picture = new BufferedImage(64, 64, type);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                picture.getRaster().setPixel(x, y, x % 2 == 0 ? new int[] {255, 255, 255} : new int[3]);
            }
        }
        return picture;
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB})
    void showsTheMeanOfWhatASmallViewCannotShow(int type) {
        BufferedImage view = view(columns(type), 0.5);
        assertThat(view.getRGB(10, 10) & 0xFF).isBetween(126, 129);
        assertThat(view(columns(type), 0.25).getRGB(5, 5) & 0xFF).isBetween(126, 129);
    }

    @Test
    void showsSinglePixelsSharplyWhenEnlarged() {
        BufferedImage view = view(columns(BufferedImage.TYPE_BYTE_GRAY), 4);
        assertThat(view.getRGB(0, 5) & 0xFF).isEqualTo(255);
        assertThat(view.getRGB(3, 5) & 0xFF).isEqualTo(255);
        assertThat(view.getRGB(4, 5) & 0xFF).isZero();
    }

    private static BufferedImage view(BufferedImage picture, double scale) {
        int size = (int) (64 * scale);
        BufferedImage view = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = view.createGraphics();
        new Pyramid(picture).paint(g, new Zoom(scale, 0, 0), 1);
        g.dispose();
        return view;
    }
}
