package org.shutterline.client.command;

import org.shutterline.client.link.Address;
import picocli.CommandLine;

/** Where the server is, the same for every command. */
public final class ServerOption {
    @CommandLine.Option(
            names = "--server",
            required = true,
            paramLabel = "HOST:PORT",
            converter = Reader.class,
            description = "Address of the server; the port is 7501 unless given.")
    private Address address;

    Address address() {
        return address;
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
