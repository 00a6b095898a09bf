package org.shutterline.server.camera.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.server.spi.NetAddress;

/** The example is that of RFC 7616, 3.9.1. */
class DigestLoginTest {
    private static final NetAddress ADDRESS = NetAddress.read("http://www.example.org/dir/index.html", List.of("http"))
            .orElseThrow()
            .as("Mufasa", "Circle of Life");
    private static final String REST = ", realm=\"http-auth@example.org\", qop=\"auth, auth-int\","
            + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    @ParameterizedTest
    @CsvSource({
        "MD5,8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256,753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void answersAsTheStandardDoes(String algorithm, String response) {
        DigestLogin login = login("Digest algorithm=" + algorithm + REST);

        assertThat(login.words(ADDRESS))
                .isEqualTo("Digest username=\"Mufasa\", realm=\"http-auth@example.org\","
                        + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", uri=\"/dir/index.html\", algorithm="
                        + algorithm + ", response=\"" + response + "\", qop=auth, nc=00000001,"
                        + " cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\","
                        + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    }

    @Test
    void countsItsQuestions() {
        DigestLogin login = login("Digest algorithm=MD5" + REST);
        login.words(ADDRESS);

        assertThat(login.words(ADDRESS)).contains("nc=00000002").doesNotContain("8ca523f5e9506fed4657c9700eebdbec");
    }

    /** RFC 2617's predecessor, as old cameras speak it: the example of RFC 2069 with its well known right answer. */
    @Test
    void answersOldCamerasWithoutACount() {
        NetAddress old = NetAddress.read("http://www.nowhere.org/dir/index.html", List.of("http"))
                .orElseThrow()
                .as("Mufasa", "CircleOfLife");
        DigestLogin login = login("Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"");

        assertThat(login.words(old))
                .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                .doesNotContain("nc=");
    }

    @Test
    void choosesTheSafestThatIsOffered() {
        assertThat(words("Basic realm=\"x\"", "Digest algorithm=MD5" + REST, "Digest algorithm=SHA-256" + REST))
                .contains("algorithm=SHA-256");
        assertThat(words("Basic realm=\"a, b\", Digest algorithm=MD5" + REST)).contains("algorithm=MD5");
        assertThat(words("Digest algorithm=SHA-512-256" + REST, "Basic realm=\"x\""))
                .isEqualTo("Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Negotiate", "Digest", "Bearer realm=\"x\"", "===", "Digest algorithm=MD5, qop=\"auth-int\""
            })
    void doesNotLogInWhereItDoesNotKnowHow(String head) {
        assertThat(Login.asked(List.of(head))).isEmpty();
    }

    private static String words(String... heads) {
        return Login.asked(List.of(heads)).orElseThrow().words(ADDRESS);
    }

    private static DigestLogin login(String head) {
        Challenge challenge = Challenge.all(List.of(head)).get(0);
        return DigestLogin.of(challenge, () -> "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
                .orElseThrow();
    }
}
