package org.shutterline.docs.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a trigger costs over TLS, after a login, in a server that copies its books to a syslog server, beside the same trigger in a
 * server with none of this; writes a chapter of the page of figures. Needs {@code taskset}.
 */
public final class AccessCost {
    private static final int REPEATS = 15;
    private static final int TRIGGERS = 400;
    private static final int WARM_UP = 40_000;
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(5);
    private static final String LOGIN = "LOGIN,line-3,battery staple";
    private static final Path USERS = Path.of("src", "test", "stations", "access", "users.yaml");

    private final List<Figures> without = new ArrayList<>();
    private final List<Figures> with = new ArrayList<>();

    private AccessCost() {}

    /** @param args the server's runnable file, a folder to work in, the page to write a chapter of */
    public static void main(String[] args) throws Exception {
        Ground ground = new Ground(Path.of(args[0]), Path.of(args[1]));
        Path page = Path.of(args[2]);
        AccessCost cost = new AccessCost();
        cost.measure(ground, page.toAbsolutePath().getParent());
        Page.chapter(page, "What login, TLS and books cost", cost.text());
        System.out.println(cost.text());
    }

    private void measure(Ground ground, Path module) throws Exception {
        Path open = ground.data("open", 64, 64, "nothing", "none");
        Path guarded = ground.data("guarded", 64, 64, "nothing", "none");
        Path settings = guarded.resolve("settings.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                                .replace("{dialect: plain, port: 0}", "{dialect: plain+tls, port: 0, login: required}")
                        + "audit: {syslog: {host: 127.0.0.1, port: 5514, protocol: udp}}\n");
        Files.copy(module.resolve(USERS), guarded.resolve("users.yaml"));
        try (Program ofOpen = ground.station("0", open);
                Program ofGuarded = ground.station("0", guarded);
                Peer plain = new Peer(ofOpen.port());
                Peer secret = new Peer(encrypted(guarded, ofGuarded.port()))) {
            String answer = secret.ask(LOGIN).strip();
            if (!answer.equals("LOGIN,OK,TRIGGER")) {
                throw new IOException("the login was answered " + answer);
            }
            for (int i = 0; i < 8; i++) {
                plain.openLoop("T1", WARM_UP / 8, 0);
                secret.openLoop("T1", WARM_UP / 8, 0);
            }
            for (int i = 0; i < REPEATS; i++) {
                without.add(Figures.of(plain.openLoop("T1", TRIGGERS, PERIOD)));
                with.add(Figures.of(secret.openLoop("T1", TRIGGERS, PERIOD)));
            }
        }
    }

    /** Trusts the certificate that this server made for itself, and no other. */
    private static Socket encrypted(Path data, int port) throws IOException, GeneralSecurityException {
        Path tls = data.resolve("tls");
        KeyStore own = KeyStore.getInstance(
                tls.resolve("server.p12").toFile(),
                Files.readString(tls.resolve("password")).strip().toCharArray());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate(own.aliases().nextElement()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    }

    private String text() {
        Figures bare = Figures.median(without);
        Figures all = Figures.median(with);
        return """

                Written by `mvn -Pbench verify -DskipTests -Dbench.of=AccessCost`. Two servers on one core, in turn, %d repeats of %d triggers without
                camera time and tools, durable; medians. *Without* is a listener without TLS and login. *With* is a listener over TLS (1.3) after
                a login, in a server that has users and copies its books to a syslog server. The limits of connections, lines and output are
                counted in both: they cannot be taken out.

                | ms | without | with | ratio | bar |
                |---|---|---|---|---|
                %s%s%s""".formatted(
                        REPEATS,
                        TRIGGERS,
                        row("p50", bare.p50(), all.p50(), "<= 1.3"),
                        row("p90", bare.p90(), all.p90(), "<= 1.7"),
                        row("p99", bare.p99(), all.p99(), "none"));
    }

    private static String row(String what, double without, double with, String bar) {
        return String.format(
                Locale.ROOT, "| %s | %.3f | %.3f | %.2f | %s |%n", what, without, with, with / without, bar);
    }
}
