package org.shutterline.look;

import com.formdev.flatlaf.util.SystemInfo;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks the desktop whether it is set to dark; light if it gives no answer. */
final class Desktop {
    private static final long PATIENCE_MS = 500;

    private Desktop() {}

    static boolean prefersDark() {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        if (SystemInfo.isWindows) {
            return answer(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme")
                    .contains("0x0");
        }
        if (SystemInfo.isMacOS) {
            return answer("defaults", "read", "-g", "AppleInterfaceStyle").contains("dark");
        }
        return darkGtkTheme()
                || answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme")
                        .contains("dark");
    }

    private static boolean darkGtkTheme() {
        return Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Net/ThemeName") instanceof String name
                && name.toLowerCase(Locale.ROOT).contains("dark");
    }

    private static String answer(String... command) {
        try {
            Process asked =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!asked.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                asked.destroy();
                return "";
            }
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IOException noSuchProgram) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
