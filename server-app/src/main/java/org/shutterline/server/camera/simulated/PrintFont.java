package org.shutterline.server.camera.simulated;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The fonts of the print on the plate: those that travel with the program, so that a plate looks the same everywhere. */
enum PrintFont {
    REGULAR("Inter-Regular.otf", Font.PLAIN),
    BOLD("Inter-Bold.otf", Font.BOLD);

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";

    private final String file;
    private final int style;

    PrintFont(String file, int style) {
        this.file = file;
        this.style = style;
    }

    /** The font at one px; the machine's own where ours is not there. */
    Font font() {
        try (InputStream in = PrintFont.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? machines() : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            return machines();
        }
    }

    private Font machines() {
        return new Font(Font.SANS_SERIF, style, 1);
    }
}
