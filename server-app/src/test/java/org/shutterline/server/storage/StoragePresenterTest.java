package org.shutterline.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.server.monitor.HandCrankedBench;
import org.shutterline.server.storage.StorageState.End;
import org.shutterline.server.storage.StorageState.Work;

class StoragePresenterTest {
    private static final Path FILE = Path.of("station.zip");

    private final HandCrankedBench bench = new HandCrankedBench(Instant.EPOCH);
    private final ScriptedStorage source = new ScriptedStorage();
    private final List<StorageState> shown = new ArrayList<>();
    private final StoragePresenter presenter = new StoragePresenter(source, bench, shown::add);

    @BeforeEach
    void look() {
        presenter.start();
        presenter.watching(true);
        bench.settle();
    }

    private StorageState last() {
        bench.settle();
        return shown.get(shown.size() - 1);
    }

    @Test
    void showsTheStorageEachSecondWhileSomebodyLooks() {
        bench.pass(Duration.ofSeconds(3));
        assertThat(shown).hasSize(4);
        presenter.watching(false);
        bench.pass(Duration.ofSeconds(3));
        assertThat(shown).hasSize(4);
    }

    @Test
    void saysThatItBacksUpAndHowItEnded() {
        presenter.backup(FILE);
        assertThat(last().end()).contains(new End(Work.BACKUP, 61_004, 48_211, ""));
        assertThat(shown).anyMatch(state -> state.work().equals(Optional.of(Work.BACKUP)));
        assertThat(source.asked).containsExactly("backup station.zip");
    }

    @Test
    void aBackupThatIsRefusedIsNotTakenIn() {
        source.refusal = Optional.of("results.db is damaged");
        presenter.restore(FILE);
        assertThat(last().end()).contains(new End(Work.RESTORE, 0, 0, "results.db is damaged"));
        assertThat(last().staged()).isFalse();
    }

    @Test
    void aBackupThatWaitsForTheNextStartCanBeGivenUp() {
        presenter.restore(FILE);
        assertThat(last().staged()).isTrue();
        presenter.giveUp();
        assertThat(last().staged()).isFalse();
        assertThat(source.asked).containsExactly("stage station.zip", "give up");
    }

    @Test
    void namesWhatIsDamaged() {
        source.damage = List.of("the picture a.png is gone", "result 7 does not read as it was written");
        presenter.verify();
        assertThat(last().end().orElseThrow().trouble()).isEqualTo(String.join("\n", source.damage));
    }

    @Test
    void doesOneThingAtATime() {
        presenter.backup(FILE);
        presenter.verify();
        bench.settle();
        assertThat(source.asked).containsExactly("backup station.zip");
    }
}
