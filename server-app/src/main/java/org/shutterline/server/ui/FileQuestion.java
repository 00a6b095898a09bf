package org.shutterline.server.ui;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.shutterline.server.monitor.Saved;

/** Asks for files and folders; remembers the folder while the program runs. What is there is replaced only if a person says so. */
public final class FileQuestion {
    private final Component parent;
    private File folder = new File(System.getProperty("user.home"));

    /** @param parent the dialogs are above it */
    public FileQuestion(Component parent) {
        this.parent = parent;
    }

    /**
     * Asks for a file that is there.
     *
     * @param kind what such files are called
     * @param endings of their names, without the dot
     */
    public void open(String kind, List<String> endings, Consumer<Path> chosen) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter(kind, endings.toArray(String[]::new)));
        take(chooser, chooser.showOpenDialog(parent), chosen);
    }

    /** The same, whatever it is called. */
    public void any(Consumer<Path> chosen) {
        JFileChooser chooser = new JFileChooser(folder);
        take(chooser, chooser.showOpenDialog(parent), chosen);
    }

    public void folder(Consumer<Path> chosen) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        take(chooser, chooser.showOpenDialog(parent), chosen);
    }

    /**
     * Asks where a file is to be saved.
     *
     * @param kind what such files are called
     * @param name that is proposed; whatever is typed gets its ending, so that the file is found again
     */
    public void save(String kind, String name, Consumer<Path> chosen) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        JFileChooser chooser = new Saving(folder, ending);
        chooser.setFileFilter(new FileNameExtensionFilter(kind, ending));
        chooser.setSelectedFile(new File(folder, name));
        take(chooser, chooser.showSaveDialog(parent), chosen);
    }

    private void take(JFileChooser chooser, int answer, Consumer<Path> chosen) {
        if (answer == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            chosen.accept(chooser.getSelectedFile().toPath());
        }
    }

    /** What became of a table that was saved. */
    public static String words(Saved saved) {
        String file = saved.file().getFileName().toString();
        return saved.trouble()
                .map(trouble -> UiWords.text("saved.not", file, trouble))
                .orElseGet(() -> UiWords.text("saved", saved.rows(), file));
    }

    /** Goes on only with a name of the right ending, of which nothing is lost. */
    private static final class Saving extends JFileChooser {
        private final String ending;

        Saving(File folder, String ending) {
            super(folder);
            this.ending = "." + ending;
        }

        @Override
        public void approveSelection() {
            File file = getSelectedFile();
            if (!file.getName().toLowerCase(Locale.ROOT).endsWith(ending)) {
                file = new File(file.getPath() + ending);
                setSelectedFile(file);
            }
            if (!file.exists() || mayReplace(file)) {
                super.approveSelection();
            }
        }

        private boolean mayReplace(File file) {
            String replace = UiWords.text("file.replace.yes");
            String keep = UiWords.text("controls.cancel");
            int answer = JOptionPane.showOptionDialog(
                    this,
                    UiWords.text("file.replace", file.getName()),
                    UiWords.text("window.title"),
                    JOptionPane.DEFAULT_OPTION,
                    JOptionPane.PLAIN_MESSAGE,
                    null,
                    new Object[] {replace, keep},
                    keep);
            return answer == 0;
        }
    }
}
