package org.shutterline.client.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.shutterline.client.language.Language;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.Encryption;
import org.shutterline.client.trust.KnownServers;
import org.shutterline.client.trust.Tls;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.plugin.BadSetting;
import picocli.CommandLine;

/** Where the server is and in which language to talk to it, the same for every command. */
public final class ServerOption {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = "--server",
            required = true,
            paramLabel = "HOST:PORT",
            converter = Reader.class,
            description = "Address of the server; the port is 7501 unless given.")
    private Address address;

    @CommandLine.Option(names = "--tls", description = "Encrypts; the server's listener is plain+tls.")
    private boolean tls;

    @CommandLine.Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "With --tls: trusts servers whose certificate was signed by one of these (PEM), in place of the"
                            + " certificate that was seen first.")
    private Optional<Path> authority = Optional.empty();

    @CommandLine.Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Logs in; the password is read from the variable SHUTTERLINE_PASSWORD, the terminal, or"
                    + " standard input.")
    private Optional<String> user = Optional.empty();

    @CommandLine.Mixin
    private LanguageOption language = new LanguageOption();

    Address address() {
        return address;
    }

    /** @throws NoConnection if the server does not answer, or is not trusted */
    ServerCall open(CommandPlace place, Language language) throws NoConnection, InterruptedException {
        Optional<Encryption> encryption = language.encrypted() ? Optional.of(encryption(place)) : Optional.empty();
        return ServerCall.open(address, encryption, language, place.times());
    }

    /** @throws CommandLine.ParameterException if the file of authorities cannot be used */
    private Encryption encryption(CommandPlace place) {
        KnownServers known = place.known();
        PrintStream err = place.err();
        if (authority.isEmpty()) {
            return Tls.onFirstUse(
                    known,
                    (seen, fingerprint) ->
                            err.println(seen + " is trusted from now on by the certificate " + fingerprint));
        }
        try {
            return Tls.signedBy(authority.get(), known);
        } catch (IOException unusable) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--ca: " + authority.get() + ": " + unusable.getMessage());
        }
    }

    /** @throws CommandLine.ParameterException if there is no such dialect, or its settings cannot be used */
    Language language(CommandPlace place) {
        try {
            LanguageChoice choice = tls ? language.choice().overTls() : language.choice();
            Language found = place.languages().find(choice);
            return user.map(name ->
                            found.as(new Command.LogIn(name, place.password().get())))
                    .orElse(found);
        } catch (BadSetting wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    /** Reads an address, or says what was expected. */
    public static final class Reader implements CommandLine.ITypeConverter<Address> {
        @Override
        public Address convert(String typed) {
            return Address.read(typed)
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "'" + typed + "' is no address, expected HOST:PORT such as 10.0.3.20:7501"));
        }
    }
}
