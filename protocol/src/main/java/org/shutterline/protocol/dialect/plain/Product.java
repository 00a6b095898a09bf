package org.shutterline.protocol.dialect.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What HELLO says of this program.
 *
 * @param protocol the version of the wire contract
 */
record Product(String name, String version, int protocol) {
    static final String NAME = "Shutterline";

    /** As it was built. */
    static Product load() {
        Properties properties = new Properties();
        try (InputStream in = Product.class.getResourceAsStream("product.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Product(NAME, properties.getProperty("version"), 1);
    }
}
