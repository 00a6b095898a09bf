package org.shutterline.client;

import java.nio.file.Path;
import java.util.Optional;
import org.shutterline.client.command.LanguageOption;
import org.shutterline.client.command.ServerOption;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.link.Address;
import picocli.CommandLine;

/** How the window is started. */
final class WindowOptions {
    @CommandLine.Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            converter = ServerOption.Reader.class,
            description = "Connects to this server at once.")
    private Optional<Address> server = Optional.empty();

    @CommandLine.Option(
            names = "--capture",
            paramLabel = "N",
            description = "Captures this often, one after the other, once connected.")
    private int captures;

    @CommandLine.Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps settings and log in this folder, in place of the user's own.")
    private Optional<Path> data = Optional.empty();

    @CommandLine.Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trusts encrypted servers whose certificate was signed by one of these (PEM), in place of the"
                    + " certificate that was seen first.")
    private Optional<Path> authority = Optional.empty();

    @CommandLine.Mixin
    private LanguageOption language = new LanguageOption();

    Optional<Address> server() {
        return server;
    }

    LanguageChoice language() {
        return language.choice();
    }

    int captures() {
        return captures;
    }

    Optional<Path> authority() {
        return authority;
    }

    Optional<Path> data() {
        return data;
    }
}
