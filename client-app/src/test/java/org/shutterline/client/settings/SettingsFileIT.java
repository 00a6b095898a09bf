package org.shutterline.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileIT {
    private static final ClientSettings SOME = new ClientSettings(
            List.of("10.0.3.20:7501", "line-4:7501"),
            List.of(new ClientSettings.Tab("10.0.3.20:7501", 2)),
            ClientSettings.Theme.DARK,
            ClientSettings.Language.DE,
            Optional.of(150),
            750,
            Optional.of(new ClientSettings.WindowPlace(-10, 20, 1280, 800, true)));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("client.yaml");
    }

    @Test
    void readsWhatItWrote() throws IOException {
        SettingsFile settings = new SettingsFile(folder);
        settings.save(SOME);

        assertThat(settings.load()).isEqualTo(new SettingsFile.Loaded(SOME, Optional.empty()));
        assertThat(file()).content().contains("theme: \"dark\"");
    }

    @Test
    void beginsWithTheFirstSettingsWhereThereAreNone() {
        assertThat(new SettingsFile(folder.resolve("new")).load())
                .isEqualTo(new SettingsFile.Loaded(ClientSettings.FIRST, Optional.empty()));
    }

    @Test
    void takesTheOnesBeforeWhenTheFileIsCutOff() throws IOException {
        SettingsFile settings = new SettingsFile(folder);
        settings.save(SOME);
        settings.save(SOME.withRepeatMs(900));
        Files.writeString(file(), "recent: [\"10.0.");

        SettingsFile.Loaded loaded = settings.load();
        assertThat(loaded.settings()).isEqualTo(SOME);
        assertThat(loaded.damage()).hasValueSatisfying(why -> assertThat(why).contains("client.yaml", "YAML"));
        assertThat(folder.resolve("client.damaged.yaml")).content().isEqualTo("recent: [\"10.0.");
    }

    @Test
    void namesTheKeyAndWhatWasExpected() throws IOException {
        Files.writeString(file(), "repeatMs: soon\n");

        assertThat(new SettingsFile(folder).load().damage())
                .hasValueSatisfying(why -> assertThat(why).contains("client.yaml.repeatMs", "50", "'soon'"));
    }

    @Test
    void namesAKeyThatItDoesNotKnow() throws IOException {
        Files.writeString(file(), "colour: red\n");

        assertThat(new SettingsFile(folder).load().damage())
                .hasValueSatisfying(why -> assertThat(why).contains("client.yaml.colour"));
    }

    @Test
    void survivesBytesThatAreNoText() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2});

        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        assertThat(loaded.settings()).isEqualTo(ClientSettings.FIRST);
        assertThat(loaded.damage()).isPresent();
    }

    @Test
    void survivesAnEmptyFileAndAListWhereKeysBelong() throws IOException {
        Files.writeString(file(), "");
        assertThat(new SettingsFile(folder).load().damage()).isPresent();
        Files.writeString(file(), "- a\n- b\n");
        assertThat(new SettingsFile(folder).load().damage()).isPresent();
    }

    @Test
    void takesTheOnesBeforeWhenThePowerWentBetweenTwoRenames() throws IOException {
        SettingsFile settings = new SettingsFile(folder);
        settings.save(SOME);
        Files.move(file(), folder.resolve("client.before.yaml"));

        assertThat(settings.load()).isEqualTo(new SettingsFile.Loaded(SOME, Optional.empty()));
    }

    @Test
    void remembersTheLastAddressFirstAndNoneTwice() {
        ClientSettings settings = SOME.withRecent("line-4:7501").withRecent("line-5:7501");

        assertThat(settings.recent()).containsExactly("line-5:7501", "line-4:7501", "10.0.3.20:7501");
    }
}
