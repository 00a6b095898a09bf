package org.shutterline.server.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.SafeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of the encrypted listeners: a PKCS 12 store beside a file with its password, both made at first use if
 * they are not there. When one is put in the place of the other, the next connection has it; one that cannot be used
 * changes nothing. Safe for all threads.
 */
public final class Certificates implements Supplier<SSLEngine> {
    /** In the data folder. */
    public static final String FOLDER = "tls";

    /** The store, in that folder. */
    public static final String STORE = "server.p12";

    /** What opens the store, in that folder. */
    public static final String PASSWORD = "password";

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final int PASSWORD_BYTES = 24;

    private final Path store;
    private final Path password;
    private final Clock clock;
    private Optional<Loaded> loaded = Optional.empty();

    /** @param of the store when it was read */
    private record Loaded(FileTime of, SSLContext context, X509Certificate certificate) {}

    /** @param data the data folder */
    public Certificates(Path data, Clock clock) {
        this.store = data.resolve(FOLDER).resolve(STORE);
        this.password = data.resolve(FOLDER).resolve(PASSWORD);
        this.clock = clock;
    }

    /**
     * Reads the store, or makes it.
     *
     * @throws BadSetting if it cannot be used; names the file
     * @throws IOException if it cannot be made
     */
    public synchronized void load() throws IOException {
        if (!Files.exists(store)) {
            make();
        }
        loaded = Optional.of(read());
    }

    /** The server's end of one new connection. */
    @Override
    public synchronized SSLEngine get() {
        refresh();
        SSLEngine engine = loaded.orElseThrow(() -> new IllegalStateException("no certificate was loaded"))
                .context()
                .createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters how = engine.getSSLParameters();
        how.setProtocols(PROTOCOLS);
        how.setCipherSuites(Arrays.stream(engine.getSupportedCipherSuites())
                .filter(Certificates::isStrong)
                .toArray(String[]::new));
        how.setUseCipherSuitesOrder(true);
        engine.setSSLParameters(how);
        return engine;
    }

    /** Forward secret and authenticated while encrypting: all of TLS 1.3, and of TLS 1.2 what is as good. */
    private static boolean isStrong(String suite) {
        boolean modern = suite.startsWith("TLS_AES_") || suite.startsWith("TLS_CHACHA20_");
        return modern || suite.startsWith("TLS_ECDHE_") && (suite.contains("_GCM_") || suite.contains("_CHACHA20_"));
    }

    /** What people compare by eye; empty before {@link #load}. */
    public synchronized Optional<String> fingerprint() {
        refresh();
        return loaded.map(Loaded::certificate).map(Fingerprint::of);
    }

    private void refresh() {
        try {
            if (loaded.isPresent() && !loaded.get().of().equals(Files.getLastModifiedTime(store))) {
                loaded = Optional.of(read());
                LOG.info(
                        "another certificate is used from now on: {}",
                        Fingerprint.of(loaded.get().certificate()));
            }
        } catch (IOException | BadSetting unusable) {
            LOG.error("the certificate that was used before stays: {}", unusable.getMessage());
        }
    }

    private void make() throws IOException {
        Files.createDirectories(store.toAbsolutePath().getParent());
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String opens = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        SelfMade made = SelfMade.now(clock);
        SafeFile.writeForOwner(password, opens.getBytes(StandardCharsets.UTF_8));
        SafeFile.writeForOwner(store, pkcs12(made, opens.toCharArray()));
        LOG.info("a certificate was made: {}", Fingerprint.of(made.certificate()));
    }

    private static byte[] pkcs12(SelfMade made, char[] opens) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, opens);
            keys.setKeyEntry("server", made.key(), opens, new X509Certificate[] {made.certificate()});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            keys.store(bytes, opens);
            return bytes.toByteArray();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java writes PKCS 12", impossible);
        }
    }

    private Loaded read() throws IOException {
        FileTime of = Files.getLastModifiedTime(store);
        char[] opens = Files.readString(password).strip().toCharArray();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, opens);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, opens);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new Loaded(of, context, certificate(keys, opens));
        } catch (GeneralSecurityException | IOException wrong) {
            throw new BadSetting(
                    FOLDER + "/" + STORE,
                    "expected a PKCS 12 store with a key and its certificate that the password in " + FOLDER + "/"
                            + PASSWORD + " opens, found: " + wrong.getMessage());
        }
    }

    private static X509Certificate certificate(KeyStore keys, char[] opens) throws GeneralSecurityException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)
                    && keys.getKey(alias, opens) instanceof PrivateKey
                    && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                return certificate;
            }
        }
        throw new GeneralSecurityException("no key with a certificate is in it");
    }
}
