package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PatientShelfTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final List<String> kept = new ArrayList<>();
    private final List<Optional<String>> told = new ArrayList<>();
    private Optional<String> fault = Optional.empty();
    private final PatientShelf shelf = new PatientShelf(new Shelf() {
        @Override
        public void add(Entry entry, Consumer<Optional<String>> done) {
            if (fault.isEmpty()) {
                kept.add(entry.deed() + ": " + entry.outcome());
            }
            done.accept(fault);
        }

        @Override
        public Optional<String> fault() {
            return fault;
        }
    });

    private void does(String deed) {
        shelf.add(new Entry(NOW, "anna", Seat.WINDOW, deed, Entry.DONE), told::add);
    }

    @Test
    void whatCouldNotBeKeptIsKeptLateAndInOrderAndToldAsSuch() {
        does("first");
        fault = Optional.of("the disk is full");
        does("second");
        does("third");
        shelf.tryAgain();
        assertThat(kept).containsExactly("first: done");
        assertThat(told)
                .containsExactly(
                        Optional.empty(), fault, Optional.of("earlier lines of the books wait to be written down"));

        fault = Optional.empty();
        shelf.tryAgain();
        does("fourth");
        assertThat(kept)
                .containsExactly(
                        "first: done",
                        "second: done; written down late",
                        "third: done; written down late",
                        "fourth: done");
    }

    @Test
    void whoAsksWhetherItCanBeKeptHasTheWaitingLinesKeptFirst() {
        fault = Optional.of("the disk is full");
        does("first");
        assertThat(shelf.fault()).isEqualTo(fault);
        fault = Optional.empty();
        assertThat(shelf.fault()).isEmpty();
        assertThat(kept).containsExactly("first: done; written down late");
    }

    @Test
    void whatIsTooMuchToHoldIsCounted() {
        fault = Optional.of("the disk is full");
        for (int i = 0; i < PatientShelf.MOST + 3; i++) {
            does("deed " + i);
        }
        fault = Optional.empty();
        for (int i = 0; i < PatientShelf.MOST / 50 + 1; i++) {
            shelf.tryAgain();
        }
        assertThat(kept).hasSize(PatientShelf.MOST + 1);
        assertThat(kept.get(PatientShelf.MOST)).startsWith("3 more lines could not be kept: lost");
    }

    @Test
    void whatIsHeldAtTheEndIsKeptInOneGo() {
        fault = Optional.of("the disk is full");
        for (int i = 0; i < 200; i++) {
            does("deed " + i);
        }
        fault = Optional.empty();
        does("stopped");
        shelf.close();
        assertThat(kept).hasSize(201).endsWith("stopped: done; written down late");
    }
}
