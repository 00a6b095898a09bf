package org.shutterline.server.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of figures, of which each measurement writes its own section. */
public final class FiguresPage {
    private FiguresPage() {}

    /** @param title of the section, which takes the place of the one that it had or comes last */
    public static void write(Path page, String title, String section) throws IOException {
        String heading = "\n## " + title + "\n";
        String all = Files.readString(page);
        int from = all.indexOf(heading);
        int to = from < 0 ? -1 : all.indexOf("\n## ", from + 1);
        String before = from < 0 ? all : all.substring(0, from);
        String after = to < 0 ? "" : all.substring(to);
        Files.writeString(page, before + heading + section + after);
    }
}
