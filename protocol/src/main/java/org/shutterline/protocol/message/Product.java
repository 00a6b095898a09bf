package org.shutterline.protocol.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What peers are told of this program.
 *
 * @param protocol the version of the wire contract
 */
public record Product(String name, String version, int protocol) {
    public static final String NAME = "Shutterline";

    /** As it was built. */
    public static Product load() {
        Properties properties = new Properties();
        try (InputStream in = Product.class.getResourceAsStream("product.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Product(NAME, properties.getProperty("version"), 1);
    }
}
