package org.shutterline.client.command;

import org.shutterline.client.language.Language;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.link.Address;
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

    @CommandLine.Mixin
    private LanguageOption language = new LanguageOption();

    Address address() {
        return address;
    }

    /** @throws CommandLine.ParameterException if there is no such dialect, or its settings cannot be used */
    Language language(LanguageFinder languages) {
        try {
            return languages.find(language.choice());
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
