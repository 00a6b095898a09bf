package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;

class UsersIT {
    private static final Secret PASSWORD = Secret.of("correct horse");

    @TempDir
    Path data;

    private Users users;

    @BeforeEach
    void open() {
        users = new Users(data);
    }

    @Test
    void atFirstNobodyIsThereAndNobodyComesIn() {
        assertThat(users.isEmpty()).isTrue();
        assertThat(users.role("admin", Secret.of("admin"))).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void somebodyComesInWithTheRightPasswordAndNoOther() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        assertThat(users.role("anna", PASSWORD)).contains(Role.ADMIN);
        assertThat(users.role("anna", Secret.of("correct horsf"))).isEmpty();
        assertThat(users.role("Anna", PASSWORD)).isEmpty();
        assertThat(users.all()).containsExactly(new Account("anna", Role.ADMIN, false));
    }

    @Test
    void whatAnotherProcessChangedCountsAtOnce() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        new Users(data).add("anna", Role.VIEW, Secret.of("another one!"));
        assertThat(users.role("anna", PASSWORD)).isEmpty();
        assertThat(users.role("anna", Secret.of("another one!"))).contains(Role.VIEW);
        new Users(data).remove("anna");
        assertThat(users.isEmpty()).isTrue();
    }

    @Test
    void aTokenIsLongAndTwoAreNeverTheSame() throws IOException {
        Secret token = users.addToken("line-3", Role.TRIGGER);
        assertThat(token.reveal()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(users.role("line-3", token)).contains(Role.TRIGGER);
        assertThat(users.addToken("line-4", Role.TRIGGER)).isNotEqualTo(token);
        assertThat(users.role("line-4", token)).isEmpty();
    }

    @Test
    void noPasswordIsInTheFileAndOnlyItsOwnerReadsIt() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        users.add("bert", Role.ADMIN, PASSWORD);
        try (var files = Files.list(data)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("correct", "horse");
                if (!file.toString().endsWith(".lock")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------");
                }
            }
        }
        assertThat(Files.readString(data.resolve(Users.FILE)).lines().filter(line -> line.contains("argon2id")))
                .as("one salt each")
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "a\nb", "../x", "a\"b"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> users.add(name, Role.VIEW, PASSWORD))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("letters, digits");
        assertThat(users.isEmpty()).isTrue();
    }

    @Test
    void aShortPasswordIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> users.add("anna", Role.VIEW, Secret.of("short-one")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("10 to 200 characters, found 9")
                .hasMessageNotContaining("short-one");
    }

    @Test
    void whoIsNotThereCannotBeRemoved() {
        assertThatThrownBy(() -> users.remove("anna"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("anna");
    }

    @Test
    void aDamagedFileIsNamedAndLetsNobodyIn() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        Path file = data.resolve(Users.FILE);
        Files.writeString(file, Files.readString(file).replace("$argon2id", "$argon3"));
        assertThatThrownBy(() -> users.role("anna", PASSWORD))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("users.yaml.users[0].hash: ");
    }

    @Test
    void aMissingFileIsDamageOnceThereWereUsers() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        Files.delete(data.resolve(Users.FILE));
        assertThatThrownBy(users::isEmpty).isInstanceOf(BadSetting.class).hasMessageContaining("--add-user");
        assertThatThrownBy(() -> new Users(data).isEmpty()).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> new Roster(users).add("eve", Role.ADMIN, PASSWORD))
                .isInstanceOf(BadSetting.class);

        Files.delete(data.resolve(Users.MARK));
        assertThatThrownBy(users::isEmpty).as("this run remembers").isInstanceOf(BadSetting.class);
    }

    @Test
    void usersOfAnEarlierVersionAreRememberedWhenTheyAreSeen() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        Files.delete(data.resolve(Users.MARK));
        assertThat(new Users(data).isEmpty()).isFalse();
        Files.delete(data.resolve(Users.FILE));
        assertThatThrownBy(() -> new Users(data).isEmpty()).isInstanceOf(BadSetting.class);
    }

    @Test
    void whoeverRemovesTheLastOneMeansIt() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        users.remove("anna");
        assertThat(new Users(data).isEmpty()).isTrue();
    }
}
