package org.shutterline.docs;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the manual's pictures from the real windows, each in a process of its own: {@code Screenshots FOLDER}, started in
 * the folder of this module under a display.
 */
public final class Screenshots {
    /** The sample plate that both windows show. */
    private static final Path LOOK = Path.of("..", "look", "target", "test-classes");

    private static final String OPERATOR = "org.shutterline.client.ui.ClientScreenshots";
    private static final String TECHNICIAN = "org.shutterline.server.ui.ServerScreenshots";

    private final Path folder;

    private Screenshots(Path folder) {
        this.folder = folder;
    }

    /** @param arguments the folder for the pictures */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (GraphicsEnvironment.isHeadless()) {
            System.err.println("the windows need a display");
            System.exit(1);
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Screenshots all = new Screenshots(folder);
        all.take(OPERATOR, "client", "ok", "light", "operator-ok-light.png");
        all.take(OPERATOR, "client", "ng", "dark", "operator-ng-dark.png");
        all.take(OPERATOR, "client", "lost", "light", "operator-lost-light.png");
        all.take(OPERATOR, "client", "trust", "light", "operator-trust-light.png");
        all.take(TECHNICIAN, "server", "stations", "light", "technician-stations-light.png");
        all.take(TECHNICIAN, "server", "cameras-find", "light", "technician-cameras-light.png");
        all.take(TECHNICIAN, "server", "cameras-focus", "dark", "technician-focus-dark.png");
        all.take(TECHNICIAN, "server", "cameras-faults", "light", "technician-faults-light.png");
        all.take(TECHNICIAN, "server", "jobs", "light", "technician-jobs-light.png");
        all.take(TECHNICIAN, "server", "guide-step", "light", "technician-guide-light.png");
        all.take(TECHNICIAN, "server", "editor", "dark", "technician-editor-dark.png");
        all.take(TECHNICIAN, "server", "editor-table", "light", "technician-try-light.png");
        all.take(TECHNICIAN, "server", "editor-ask", "light", "technician-service-light.png");
        all.take(TECHNICIAN, "server", "connections", "dark", "technician-connections-dark.png");
        all.take(TECHNICIAN, "server", "connections", "light", "technician-connections-light.png");
        all.take(TECHNICIAN, "server", "connections-many", "light", "technician-doctor-light.png");
        all.take(TECHNICIAN, "server", "listener", "light", "technician-listener-light.png");
        all.take(TECHNICIAN, "server", "history", "light", "technician-history-light.png");
        all.take(TECHNICIAN, "server", "statistics", "light", "technician-statistics-light.png");
        all.take(TECHNICIAN, "server", "storage", "light", "technician-storage-light.png");
        all.take(TECHNICIAN, "server", "seat-nobody", "light", "technician-view-only-light.png");
        all.take(TECHNICIAN, "server", "seat", "dark", "technician-log-on-dark.png");
        all.take(TECHNICIAN, "server", "seat-idle", "light", "technician-idle-light.png");
        all.take(TECHNICIAN, "server", "users-token", "light", "technician-users-light.png");
        all.take(TECHNICIAN, "server", "seat-held", "dark", "technician-held-dark.png");
        all.take(TECHNICIAN, "server", "connections-tls", "light", "technician-tls-light.png");
    }

    private void take(String program, String app, String scene, String theme, String file)
            throws IOException, InterruptedException {
        Path target = Path.of("..", app + "-app", "target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(
                        System.getProperty("path.separator"),
                        target.resolve("test-classes").toString(),
                        LOOK.toString(),
                        target.resolve("shutterline-" + app + ".jar").toString()),
                program,
                scene,
                theme,
                "1600x1000",
                folder.resolve(file).toString()));
        Process window = new ProcessBuilder(command).inheritIO().start();
        if (!window.waitFor(3, TimeUnit.MINUTES) || window.exitValue() != 0) {
            window.destroyForcibly();
            throw new IOException(file + " was not made");
        }
        System.out.println(folder.resolve(file));
    }
}
