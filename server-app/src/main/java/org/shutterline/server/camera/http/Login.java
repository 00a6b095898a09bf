package org.shutterline.server.camera.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shutterline.server.spi.NetAddress;

/** How a camera wants to be told name and password. Used by one thread. */
interface Login {
    /** What stands in the head {@code Authorization} of the next question. */
    String words(NetAddress address);

    /** The safest of those that the camera offers and we know. */
    static Optional<Login> asked(List<String> heads) {
        List<Challenge> offered = Challenge.all(heads);
        Optional<Login> digest = offered.stream()
                .flatMap(challenge -> DigestLogin.of(challenge).stream())
                .max(Comparator.comparingInt(DigestLogin::strength))
                .map(Login.class::cast);
        return digest.or(() -> offered.stream().anyMatch(challenge -> challenge.is("basic"))
                ? Optional.<Login>of(Login::basic)
                : Optional.empty());
    }

    private static String basic(NetAddress address) {
        String both = address.user() + ":" + address.password();
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
