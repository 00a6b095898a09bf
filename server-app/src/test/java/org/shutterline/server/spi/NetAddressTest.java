package org.shutterline.server.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetAddressTest {
    private static final List<String> WEB = List.of("http", "https");

    @Test
    void keepsTheLoginApart() {
        NetAddress address = read("http://anna:se%40cret+1@cam.local:8080/snap.jpg?size=big");

        assertThat(address.user()).isEqualTo("anna");
        assertThat(address.password()).isEqualTo("se@cret+1");
        assertThat(address.uri()).hasToString("http://cam.local:8080/snap.jpg?size=big");
        assertThat(address).hasToString("http://cam.local:8080/snap.jpg?size=big");
    }

    @Test
    void givesTheLoginToALibraryAsItWasWritten() {
        NetAddress address = read("http://10.0.0.5/live").as("anna", "a/b c:$1@");

        assertThat(address.withLogin()).isEqualTo("http://anna:a%2Fb%20c%3A%241%40@10.0.0.5/live");
        assertThat(read(address.withLogin()).password()).isEqualTo("a/b c:$1@");
        assertThat(address.shown()).isEqualTo("http://10.0.0.5/live");
    }

    @Test
    void anEmptyUserLeavesTheLoginOfTheAddress() {
        assertThat(read("http://anna:x@cam/").as("", "").user()).isEqualTo("anna");
    }

    @ParameterizedTest
    @CsvSource({
        "http://cam/snap?user=admin&pwd=123&size=1,  http://cam/snap?user=...&pwd=...&size=1",
        "http://cam/snap?loginuse=a&loginpas=b,     http://cam/snap?loginuse=...&loginpas=...",
        "http://cam/snap?channel=1&auth_token=b7,    http://cam/snap?channel=1&auth_token=...",
        "http://cam/snap?x=1,                        http://cam/snap?x=1"
    })
    void doesNotShowALoginAmongTheParametersButAsksWithIt(String written, String shown) {
        assertThat(read(written).shown()).isEqualTo(shown);
        assertThat(read(written).uri()).hasToString(written);
    }

    @Test
    void cutsLoginsOutOfTheWordsOfALibrary() {
        assertThat(NetAddress.withoutLogins("[rtsp] cannot open rtsp://anna:secret@10.0.0.5/live: refused, 3@4"))
                .isEqualTo("[rtsp] cannot open rtsp://10.0.0.5/live: refused, 3@4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cam", "ftp://cam/", "http://", "http:///x", "http://a b/", "rtsp://cam/"})
    void takesNothingElse(String text) {
        assertThat(NetAddress.read(text, WEB)).isEmpty();
    }

    private static NetAddress read(String text) {
        return NetAddress.read(text, WEB).orElseThrow();
    }
}
