package org.shutterline.client.ui;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.ResultsCsv;
import org.shutterline.look.PicturePane;
import org.shutterline.protocol.message.Overlay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is shown into a file that a person chooses; the writing itself is done off the event thread. */
final class Exporter {
    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    private final Sentences sentences;
    private final Component over;

    /** Something that is written into a file. */
    @FunctionalInterface
    interface Writing {
        void into(Path file) throws IOException;
    }

    Exporter(Sentences sentences, Component over) {
        this.sentences = sentences;
        this.over = over;
    }

    void table(OperatorState shown) {
        String csv = ResultsCsv.of(
                shown.film().stream().map(OperatorState.FilmFrame::result).toList());
        choose("export.csv", "csv", "station-" + shown.station() + "-results.csv")
                .ifPresent(file -> write(file, to -> Files.writeString(to, csv)));
    }

    /** @param oldWords how old the picture is, if it is an old one */
    void picture(PicturePane pane, OperatorState shown, Optional<String> oldWords) {
        BufferedImage drawn = withMarks(pane, shown.picture().overlays(), oldWords);
        choose("export.picture", "png", "result-" + shown.picture().resultId() + ".png")
                .ifPresent(file -> write(file, to -> ImageIO.write(drawn, "png", to.toFile())));
    }

    /** The picture in its own size with its marks drawn in, and an old one marked as old. */
    static BufferedImage withMarks(PicturePane shownPane, List<Overlay> overlays, Optional<String> oldWords) {
        BufferedImage picture = shownPane.picture().orElseThrow();
        PicturePane pane = new PicturePane();
        pane.setSize(picture.getWidth(), picture.getHeight());
        pane.show(picture, overlays);
        pane.old(oldWords);
        pane.marks(shownPane.marks());
        pane.oneToOne();
        BufferedImage drawn = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = drawn.createGraphics();
        pane.paint(g);
        g.dispose();
        return drawn;
    }

    private Optional<Path> choose(String title, String ending, String name) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(sentences.text(title));
        chooser.setFileFilter(new FileNameExtensionFilter(ending.toUpperCase(Locale.ROOT), ending));
        chooser.setSelectedFile(new File(name));
        if (chooser.showSaveDialog(over) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        Path file = chooser.getSelectedFile().toPath();
        Path ended = file.toString().toLowerCase(Locale.ROOT).endsWith("." + ending)
                ? file
                : file.resolveSibling(file.getFileName() + "." + ending);
        return Files.exists(ended) && !overwrite(ended) ? Optional.empty() : Optional.of(ended);
    }

    /** Something would be lost for good, so this one is asked. */
    private boolean overwrite(Path file) {
        Object[] choices = {sentences.text("export.replace"), sentences.text("export.keep")};
        int chosen = JOptionPane.showOptionDialog(
                over,
                sentences.text("export.exists", file.getFileName().toString()),
                sentences.text("bar.export"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.PLAIN_MESSAGE,
                null,
                choices,
                choices[1]);
        return chosen == 0;
    }

    private void write(Path file, Writing writing) {
        Thread thread = new Thread(
                () -> {
                    try {
                        writing.into(file);
                        LOG.info("Exported {}", file);
                    } catch (IOException full) {
                        LOG.warn("{} cannot be written: {}", file, full.toString());
                        SwingUtilities.invokeLater(() -> JOptionPane.showMessageDialog(
                                over,
                                sentences.text(
                                        "export.failed", file.getFileName().toString())));
                    }
                },
                "export");
        thread.start();
    }
}
