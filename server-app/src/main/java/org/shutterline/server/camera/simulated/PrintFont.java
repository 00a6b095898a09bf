package org.shutterline.server.camera.simulated;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The fonts of the print on the plate: those that travel with the program, so that a plate looks the same everywhere. */
enum PrintFont {
    REGULAR("Inter-Regular.otf", Font.PLAIN),
    BOLD("Inter-Bold.otf", Font.BOLD);

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";

    private final Font font;

    PrintFont(String file, int style) {
        this.font = read(file).orElseGet(() -> new Font(Font.SANS_SERIF, style, 1));
    }

    /** The font at one px; the machine's own where ours is not there. Read once: each reading takes time and a file on the disk. */
    Font font() {
        return font;
    }

    private static Optional<Font> read(String file) {
        try (InputStream in = PrintFont.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException e) {
            return Optional.empty();
        }
    }
}
