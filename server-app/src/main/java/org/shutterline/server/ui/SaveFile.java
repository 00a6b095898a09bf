package org.shutterline.server.ui;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.shutterline.server.monitor.Saved;

/** Asks where a file is to be saved; remembers the folder while the program runs. */
public final class SaveFile {
    private static final String FLIGHT = "shutterflight";

    private final Component parent;
    private File folder = new File(System.getProperty("user.home"));

    SaveFile(Component parent) {
        this.parent = parent;
    }

    public void ask(String name, Consumer<Path> save) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter("CSV", "csv"));
        chooser.setSelectedFile(new File(folder, name));
        if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            save.accept(chooser.getSelectedFile().toPath());
        }
    }

    void flight(long id, Consumer<Path> save) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter(UiWords.text("flight.files"), FLIGHT));
        chooser.setSelectedFile(new File(folder, id + "." + FLIGHT));
        if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            save.accept(chooser.getSelectedFile().toPath());
        }
    }

    void support(String name, Consumer<Path> save) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter("ZIP", "zip"));
        chooser.setSelectedFile(new File(folder, name));
        if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            save.accept(chooser.getSelectedFile().toPath());
        }
    }

    void openFlight(Consumer<Path> open) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter(UiWords.text("flight.files"), FLIGHT));
        if (chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            open.accept(chooser.getSelectedFile().toPath());
        }
    }

    public static String words(Saved saved) {
        String file = saved.file().getFileName().toString();
        return saved.trouble()
                .map(trouble -> UiWords.text("saved.not", file, trouble))
                .orElseGet(() -> UiWords.text("saved", saved.rows(), file));
    }
}
