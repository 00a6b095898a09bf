package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Secret;

class PasswordHashTest {
    private static final Secret PASSWORD = Secret.of("Grüße aus 中国");
    private static final PasswordHash HASH = PasswordHash.of(PASSWORD, new SecureRandom());

    @Test
    void knowsItsPasswordAndNoOther() {
        assertThat(HASH.isOf(PASSWORD)).isTrue();
        assertThat(HASH.isOf(Secret.of("Grüße aus 中國"))).isFalse();
        assertThat(HASH.isOf(Secret.of(""))).isFalse();
    }

    @Test
    void anAccentIsTheSameHoweverTheKeyboardComposesIt() {
        assertThat(HASH.isOf(Secret.of("Gru\u0308ße aus 中国"))).isTrue();
    }

    @Test
    void isArgon2idAndReadsBack() {
        assertThat(HASH.text()).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[\\w+/]{22}\\$[\\w+/]{43}");
        assertThat(PasswordHash.read(HASH.text()).orElseThrow().isOf(PASSWORD)).isTrue();
    }

    /** Made by another program: {@code echo -n "correct horse" | argon2 saltsaltsaltsalt -id -t 2 -k 19456 -p 1 -l 32 -e}. */
    @Test
    void knowsThePasswordOfAHashThatAnotherProgramMade() {
        PasswordHash theirs = PasswordHash.read("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA"
                        + "$AdweBLwcflnNX2HVW8i1Mtu7frrn4Ki7h/rYSGuU7Is")
                .orElseThrow();
        assertThat(theirs.isOf(Secret.of("correct horse"))).isTrue();
        assertThat(theirs.isOf(Secret.of("correct house"))).isFalse();
    }

    @Test
    void twoOfOnePasswordAreTwo() {
        assertThat(PasswordHash.of(PASSWORD, new SecureRandom()).text()).isNotEqualTo(HASH.text());
    }

    @Test
    void thatOfNobodyKnowsNoPassword() {
        assertThat(PasswordHash.ofNobody(new SecureRandom()).isOf(PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=4,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNoSuchTextIsNotRead(String text) {
        assertThat(PasswordHash.read(text)).isEmpty();
    }
}
