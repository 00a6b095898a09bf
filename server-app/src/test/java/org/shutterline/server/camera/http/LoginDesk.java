package org.shutterline.server.camera.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Lets in whoever knows the word, and checks it by a way of its own. */
final class LoginDesk implements HttpHandler {
    private final String scheme;
    private final String user;
    private final String password;
    private final AtomicLong turnedAway = new AtomicLong();

    LoginDesk(String scheme, String user, String password) {
        this.scheme = scheme;
        this.user = user;
        this.password = password;
    }

    long turnedAway() {
        return turnedAway.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String told = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (scheme.equals("Basic") ? isBasic(told) : isDigest(told)) {
            SnapshotServer.send(exchange, "image/png", SnapshotServer.picture("png"));
            return;
        }
        turnedAway.incrementAndGet();
        exchange.getResponseHeaders()
                .put(
                        "WWW-Authenticate",
                        scheme.equals("Basic")
                                ? List.of("Basic realm=\"cam\"")
                                : List.of("Digest realm=\"cam\", qop=\"auth\", nonce=\"" + scheme + "-17\", algorithm="
                                        + scheme));
        exchange.sendResponseHeaders(401, -1);
    }

    private boolean isBasic(String told) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return told.equals("Basic " + Base64.getEncoder().encodeToString(both));
    }

    private boolean isDigest(String told) {
        if (!told.contains("algorithm=" + scheme + ",") || !told.contains("nonce=\"" + scheme + "-17\"")) {
            return false;
        }
        String who = hash(user + ":cam:" + password);
        String between = ":" + scheme + "-17:" + part(told, "nc=") + ":" + part(told, "cnonce=") + ":auth:";
        return part(told, "response=").equals(hash(who + between + hash("GET:/snap")));
    }

    private static String part(String told, String key) {
        String rest = told.substring(told.indexOf(" " + key) + 1 + key.length());
        return rest.split(",", 2)[0].replace("\"", "");
    }

    private String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(scheme).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
