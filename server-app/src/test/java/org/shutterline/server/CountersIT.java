package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.station.StationMemory;

/** What a server that is killed would leave behind. */
class CountersIT {
    @TempDir
    Path data;

    @Test
    void theFirstRunOfANewFolderIsCountedInTheArchiveBeforeTheServerIsStopped() throws Exception {
        Wishes wishes = new Wishes(data, Optional.empty(), true, Optional.of(0), false);
        try (Server server = Server.start(wishes, traffic -> {})) {
            server.machine().askHere(new Command.Trigger(1, TriggerRequest.PLAIN), event -> {}, reply -> {});
            await().untilAsserted(() -> assertThat(server.archive().last(1)).isPresent());
            assertThat(server.archive().recall(1).map(CountersIT::triggers)).contains(1L);
        }
    }

    @Test
    void aPictureThatIsTooLargeIsCountedAndTold() throws Exception {
        Wishes wishes = new Wishes(data, Optional.empty(), true, Optional.of(0), false);
        Server.start(wishes, traffic -> {}).close();
        Files.writeString(data.resolve("settings.yaml"), "\nlimits: {pictureMb: 1}\n", StandardOpenOption.APPEND);
        try (Server server = Server.start(wishes, traffic -> {})) {
            server.machine().askHere(new Command.Trigger(1, TriggerRequest.PLAIN), event -> {}, reply -> {});
            await().untilAsserted(() -> assertThat(server.health().vitals().get("limits"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .hasEntrySatisfying(
                            "pictureBytes", count -> assertThat((long) count).isPositive()));
        }
    }

    private static long triggers(StationMemory memory) {
        return memory.ok() + memory.ng() + memory.unknown();
    }
}
