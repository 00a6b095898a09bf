package org.shutterline.client.command;

import org.shutterline.client.language.LanguageChoice;
import picocli.CommandLine;

/** In which language the device is talked to. */
public final class LanguageOption {
    @CommandLine.Option(
            names = "--dialect",
            paramLabel = "ID",
            description = "The language that the device speaks, such as keyence-xg; plain unless given.")
    private String dialect = LanguageChoice.USUAL.dialect();

    @CommandLine.Option(
            names = "--dialect-settings",
            paramLabel = "FILE",
            description = "YAML with the dialect's settings, as a listener of the server has them.")
    private String settings = LanguageChoice.USUAL.settingsFile();

    public LanguageChoice choice() {
        return new LanguageChoice(dialect, settings);
    }
}
