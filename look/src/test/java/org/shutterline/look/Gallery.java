package org.shutterline.look;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;

/**
 * Every part in every state. {@code GalleryTest} paints it without a display to {@code target/gallery/*.png}, light and
 * dark, at 100 and 200 %: {@code mvn -pl look -am test -Dtest=GalleryTest -Dsurefire.failIfNoSpecifiedTests=false}.
 * Run as a program it shows the sheets in a window; {@code dark} as argument for the dark theme.
 */
final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(() -> {
            (arguments.length > 0 ? Theme.DARK : Theme.LIGHT).install();
            JTabbedPane tabs = new JTabbedPane();
            Sheets.all().forEach((name, sheet) -> tabs.addTab(name, new JScrollPane(sheet.get())));
            JFrame frame = new JFrame("Shutterline");
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            frame.add(tabs);
            frame.setSize(1400, 900);
            frame.setVisible(true);
        });
    }

    /** Paints all sheets in the theme in use. */
    static void paint(Path folder, String suffix, double scale) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Supplier<JComponent>> sheet : Sheets.all().entrySet()) {
            BufferedImage painted = paint(sheet.getValue().get(), scale);
            ImageIO.write(
                    painted,
                    "png",
                    folder.resolve(sheet.getKey() + suffix + ".png").toFile());
        }
    }

    static BufferedImage paint(JComponent part, double scale) {
        // Heights that follow the width settle in the second round.
        for (int round = 0; round < 3; round++) {
            Dimension size = part.getPreferredSize();
            part.setSize(size);
            layOut(part);
        }
        Dimension size = part.getSize();
        BufferedImage picture =
                new BufferedImage((int) (size.width * scale), (int) (size.height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.scale(scale, scale);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        part.paint(g);
        g.dispose();
        return picture;
    }

    /** Without a window nothing lays itself out. */
    static void layOut(Component part) {
        part.invalidate();
        if (part instanceof Container container) {
            container.doLayout();
            for (Component child : container.getComponents()) {
                layOut(child);
            }
        }
    }
}
