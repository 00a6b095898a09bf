package org.shutterline.server.ui.jobs;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.shutterline.server.ui.UiWords;

/** Asks for files and folders; remembers the folder while the program runs. */
final class JobFiles {
    static final String END = "shutterjob";

    private final Component parent;
    private File folder = new File(System.getProperty("user.home"));

    JobFiles(Component parent) {
        this.parent = parent;
    }

    void picture(Consumer<Path> chosen) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(
                new FileNameExtensionFilter(UiWords.text("jobs.pictures"), "png", "jpg", "jpeg", "bmp", "tif", "tiff"));
        open(chooser, chosen);
    }

    void folder(Consumer<Path> chosen) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        open(chooser, chosen);
    }

    void bringIn(Consumer<Path> chosen) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter(UiWords.text("jobs.packages"), END));
        open(chooser, chosen);
    }

    private void open(JFileChooser chooser, Consumer<Path> chosen) {
        if (chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            chosen.accept(chooser.getSelectedFile().toPath());
        }
    }

    void export(String job, Consumer<Path> chosen) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter(UiWords.text("jobs.packages"), END));
        chooser.setSelectedFile(new File(folder, job + "." + END));
        if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            chosen.accept(chooser.getSelectedFile().toPath());
        }
    }
}
