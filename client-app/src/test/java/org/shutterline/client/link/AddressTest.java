package org.shutterline.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void readsNamesNumbersAndBrackets() {
        assertThat(Address.read(" 10.0.3.20:7502 ")).contains(new Address("10.0.3.20", 7502));
        assertThat(Address.read("vision-pc")).contains(new Address("vision-pc", Address.USUAL_PORT));
        assertThat(Address.read("[::1]:7501")).contains(new Address("::1", 7501));
        assertThat(Address.read("::1")).contains(new Address("::1", 7501));
    }

    @Test
    void writesItselfSoThatItCanBeReadAgain() {
        assertThat(new Address("::1", 1)).hasToString("[::1]:1");
        assertThat(new Address("a", 65_535)).hasToString("a:65535");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":7501",
                "a:0",
                "a:65536",
                "a:x",
                "a b:1",
                "[::1",
                "a:999999999999",
                "http://a",
                ":::",
                "x:y:z"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(Address.read(typed)).isEmpty();
    }
}
